const styles = `
  @page { size: A4; margin: 20mm; }
  body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; color: #0b0c0c; background: #fff; font: 1.1875rem/1.5 Arial, sans-serif; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
  h2 { font-size: 1.375rem; margin: 2rem 0 0.5rem; break-after: avoid; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { padding: 0.6rem 0; border-bottom: 1px solid #505a5f; break-inside: avoid; }
  li strong { display: block; }
  @media print { body { max-width: none; margin: 0; padding: 0; font-size: 14pt; } }`;

const tables = `
  body { max-width: 60rem; font-size: 1rem; }
  table { width: 100%; border-collapse: collapse; margin: 0 0 1.5rem; }
  caption { text-align: left; font-weight: bold; padding: 0.4rem 0; }
  th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid #505a5f; }
  tr { break-inside: avoid; }
  @media print { body { font-size: 11pt; } }`;

export interface PrintedPage {
  readonly language: 'en' | 'cy';
  readonly title: string;
  /** Markup; what is not ours in it goes through `shown`. */
  readonly main: string;
  readonly hasTables?: boolean;
}

/** A page of ours to print: it asks for nothing from elsewhere. */
export function printedPage({ language, title, main, hasTables = false }: PrintedPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styles}${hasTables ? tables : ''}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
}

/** What came from elsewhere, such as a reference, as text that can be no markup. */
export function shown(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A table with a row heading in each first cell. Every cell is markup of ours. */
export function printedTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  const head = headings.map((each) => `<th scope="col">${each}</th>`).join('');
  const body = rows.map(
    ([first = '', ...others]) =>
      `<tr><th scope="row">${first}</th>${others.map((each) => `<td>${each}</td>`).join('')}</tr>`
  );
  return `<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`;
}
