import { escapeHtml } from '../../i18n/markup';
import { directionOf } from '../../i18n/writing';
import { mirrored } from './markup';

/** What the template is filled with: plain text, and HTML where the name says so. */
export interface TemplateParts {
  readonly language: string;
  readonly title: string;
  readonly community: string;
  readonly bodyHtml: string;
  readonly footerHtml: string;
}

const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/**
 * A mail: one table of 600 px and no pictures. Every style stands in its tag, since some programs drop the rest; only the dark colours
 * are in <style>, for the programs that know them.
 */
export function fillTemplate({ language, title, community, bodyHtml, footerHtml }: TemplateParts): string {
  const direction = directionOf(language);
  const inDirection = direction === 'rtl' ? mirrored : (html: string) => html;
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #15181d !important; }
  .card { background: #20242b !important; border-color: #333a45 !important; }
  .card, .card p, .card div, .card b, .name, .code { color: #e7eaf0 !important; }
  .foot, .foot p { color: #9aa4b2 !important; }
  .code { background: #2b313b !important; }
  blockquote { border-color: #515c6b !important; }
  a { color: #7fb2ff !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f1f3f6;-webkit-text-size-adjust:100%;">
<table role="presentation" class="page" dir="${direction}" width="100%" cellspacing="0" cellpadding="0" border="0" style="background:#f1f3f6;">
<tr><td align="center" style="padding:28px 12px;">
<table role="presentation" width="600" cellspacing="0" cellpadding="0" border="0" style="width:100%;max-width:600px;">
<tr><td class="name" dir="${direction}" style="padding:0 4px 12px;font:600 15px/1.4 ${fonts};color:#39424e;">${escapeHtml(community)}</td></tr>
<tr><td class="card" dir="${direction}" style="padding:28px 28px 12px;background:#ffffff;border:1px solid #dfe4ea;border-radius:12px;font:16px/1.5 ${fonts};color:#1c2128;overflow-wrap:anywhere;word-break:break-word;">
${inDirection(bodyHtml)}
</td></tr>
<tr><td class="foot" dir="${direction}" style="padding:16px 4px 0;font:13px/1.5 ${fonts};color:#5b6572;">
${footerHtml}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}
