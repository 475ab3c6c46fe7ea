/** The id that data.police.uk gives a force, from the name in its files: `Devon & Cornwall Police` is `devon-and-cornwall`. */
export function forceIdOf(name: string): string | undefined {
  if (name === 'British Transport Police') return 'btp';
  const place = name
    .replace(/^Police Service of /, '')
    .replace(/ (Police Service|Police|Constabulary)$/, '')
    .replaceAll('&', 'and')
    .toLowerCase();
  if (place === name.toLowerCase() || !/^[a-z][a-z -]{2,40}$/.test(place)) return undefined;
  return place.replaceAll(' ', '-');
}
