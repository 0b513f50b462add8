/** Words with a hyphen that a heading keeps on one line: "AI-koll" is not to end in "AI-". */
export function WholeWords({ text }: { text: string }) {
  return <>{text.split(/(\S+-\S+)/).map((part, i) => (i % 2 === 1 ? <span class="whole">{part}</span> : part))}</>
}
