/** More teams than a company of thousands has. */
export const mostTeams = 200
