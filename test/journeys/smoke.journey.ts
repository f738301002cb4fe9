import { journey } from './support/journey.js';

describe('the workbench', () => {
  journey('opens the sample with the extension installed', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    await workbench.statusBarItem('Standpoint corpus').waitFor();
    const organisations = await workbench.view('Organisations');
    await organisations.waitFor(/./);
    await workbench.screenshot('workbench');
  });
});
