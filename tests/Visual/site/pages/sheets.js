// Reporting by spreadsheet: what a real spreadsheet program does to a sheet that it opens and saves, and how a person sends one in.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const round = '/hsvo/v1/plans/hsvo-2021/rounds/2021-10';
const upload = '/rapportera/kalkylblad';

const unit = 'reporter:scn';

const lines = (...answers) => Buffer.from(['\uFEFFPlan;Omgång;Förvaltning;Indikator-id;Svar;Kommentar', ...answers.map((a) => `hsvo-2021;2022-01;scn;${a}`)].join('\r\n'));
const right = lines('2.1.1.i3;ja;Exempel: klart i maj.', '2.1.4.i1;nej;');
const wrong = lines('2.1.1.i3;kanske;', '2.1.4.i1;nej;Exempel: väntar.', '9.9.9.i9;ja;');

// The operating system's own window is not the page's: the file is given where it would give it.
const choose = (page, buffer, name = 'svar.csv') => page.locator('input[type=file]').setInputFiles({ name, mimeType: name.endsWith('xlsx') ? xlsx : 'text/csv', buffer });
const sends = (file) => async (page) => {
  await choose(page, file);
  await page.locator('main form button').click();
};

export const pages = [
  { path: upload, as: unit },
  { path: upload, as: unit, name: 'kalkylblad-utan-fil', send: (page) => page.locator('main form button').click(), status: 422 },
  { path: upload, as: unit, name: 'kalkylblad-kontroll', send: sends(right) },
  { path: upload, as: unit, name: 'kalkylblad-radfel', send: sends(wrong), status: 422 },
];

export const tasks = [
  {
    name: 'LibreOffice opens and saves a sheet, and everything in it comes back',
    as: 'reporter:ubn',
    async run({ page }) {
      const rows = [
        { indicator: '2.1.1.i3', value: 'nej', assessment: 'onTrack', comment: '=1+1\r\nRad två, med \'apostrof\', "citat" och _x000D_; 12,5 € – Åäö' },
        { indicator: '2.1.1.i4', value: "'=cmd|' /C calc'!A0\n- Exempel" },
        { indicator: '2.1.3.i3', notApplicable: true, reason: '-- Exempel: vi har ingen sådan verksamhet.' },
        { indicator: '2.2.3.i3', parts: { 'halsoframjande-arbetsplats': 1234, 'mota-patient-brukare': 0 }, comment: '2021-05' },
      ].map((row) => ({ ...row, department: 'ubn', round: '2021-10' }));
      const stored = await page.request.post('/hsvo/v1/reports', { data: { plan: 'hsvo-2021', reports: rows } });
      expect(stored.ok(), await stored.text());
      const sheet = async (format) => (await page.request.get(`${round}/answer-sheets/ubn?format=${format}`)).body();
      const [workbook, csv] = [await sheet('xlsx'), await sheet('csv')];
      const saved = [
        ['a workbook saved as a workbook', await converted(workbook, 'svar.xlsx', ['xlsx']), xlsx],
        ['a workbook saved as CSV in Windows\' letters', await converted(workbook, 'svar.xlsx', ['csv:Text - txt - csv (StarCalc):59,34,ANSI,1']), 'text/csv'],
        ['a workbook saved as CSV with tabs', await converted(workbook, 'svar.xlsx', ['csv:Text - txt - csv (StarCalc):9,34,76,1']), 'text/csv'],
        ['CSV saved as a workbook', await converted(csv, 'svar.csv', ['xlsx'], '--infilter=CSV:59,34,76,1'), xlsx],
      ];
      for (const [what, file, type] of saved) {
        const answer = await page.request.post('/hsvo/v1/reports?dryRun=true', { data: file, headers: { 'Content-Type': type } });
        const receipt = await answer.json();
        expect(answer.ok() && receipt.unchanged === rows.length && receipt.rows.length === rows.length, `${what}: ${JSON.stringify(receipt)}`);
      }
    },
  },
  {
    name: 'A person is shown which rows of a sheet to mend, mends them and sends it',
    as: 'reporter:ubn',
    async run({ page, press, tabTo }) {
      const mine = (file) => Buffer.from(file.toString().replaceAll('scn', 'ubn'));
      await page.goto(upload);
      await tabTo(page, 'input[type=file]');
      await choose(page, mine(wrong));
      await press(page, 'main form button');
      await tabTo(page, '.error-summary a');
      await page.keyboard.press('Enter');
      const row = page.locator('tr:target');
      expect((await row.locator('.error').count()) === 1, `the link leads to ${page.url()}`);
      expect((await page.locator('main form').count()) === 0, 'a sheet with faults can be sent');
      await press(page, 'main a.button');
      await tabTo(page, 'input[type=file]');
      await choose(page, mine(right));
      await press(page, 'main form button');
      expect((await page.locator('main tbody tr').count()) === 2 && (await page.locator('.error').count()) === 0, await page.locator('main').innerText());
      await press(page, 'main form button');
      await page.locator('.done').waitFor();
    },
  },
  {
    name: 'A person reports a whole round by spreadsheet',
    as: unit,
    async run({ page, press, tabTo }) {
      await page.goto('/rapportera');
      await press(page, 'a[href="/rapportera/kalkylblad"]');
      const csv = page.locator('a[href$="2021-05/kalkylblad?format=csv"]');
      await tabTo(page, csv);
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const filled = fill(await readFile(await download.path(), 'utf8'));
      await tabTo(page, 'input[type=file]');
      await choose(page, await converted(Buffer.from(`\uFEFF${filled}`), 'svar.csv', ['xlsx'], '--infilter=CSV:59,34,76,1'), 'svar.xlsx');
      await press(page, 'main form button');
      await page.locator('main tbody tr').first().waitFor();
      const rows = await page.locator('main tbody tr').count();
      expect(rows > 20 && (await page.locator('.error').count()) === 0, await page.locator('main').innerText());
      await press(page, 'main form button');
      await page.locator('.done').waitFor();
      expect((await page.locator('main .panel').first().innerText()).includes(`${rows} av ${rows} besvarade`), await page.locator('main .panel').first().innerText());
    },
  },
];

function expect(holds, told) {
  if (!holds) {
    throw new Error(told);
  }
}

// In the spreadsheet program itself: what it writes is what it understood.
async function converted(file, name, [to], ...options) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hsvo-sheet-'));
  try {
    await writeFile(path.join(folder, name), file);
    await promisify(execFile)('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...options, '--convert-to', to, '--outdir', path.join(folder, 'out'), path.join(folder, name)]);
    const out = (await promisify(execFile)('ls', [path.join(folder, 'out')])).stdout.trim().split('\n');
    return await readFile(path.join(folder, 'out', out[0]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The column Svar, the ninth, by what the sixth asks for; what was assessed in the twelfth may not go with it.
function fill(csv) {
  const [headings, ...rows] = csv.replace(/^\uFEFF/, '').trimEnd().split('\r\n').map((line) => line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const answer = (asked) => (asked.startsWith('ja') ? 'ja' : asked === 'text' ? 'Exempel: det går som tänkt.' : '12');
  return [headings, ...rows.map((cells) => cells.map((cell, i) => (i === 8 ? answer(cells[5]) : i === 11 ? '' : cell)))].map((cells) => cells.join(';')).join('\r\n');
}
