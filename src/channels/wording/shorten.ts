/** `text`, cut to at most `most` UTF-16 units with an ellipsis if it is longer. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most < 1) return '';
  const start = text.slice(0, most - 1);
  const cutsPair = /[\uD800-\uDBFF]$/.test(start);
  return `${cutsPair ? start.slice(0, -1) : start}…`;
}
