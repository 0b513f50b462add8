export async function seedDemo(_: unknown): Promise<void> {}
