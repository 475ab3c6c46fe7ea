import { startTimeSkipping } from '../support/timeSkippingServer';

it('lets a test wait a year without waiting', async () => {
  const environment = await startTimeSkipping();
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('400 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(400 * 24 * 60 * 60 * 1000);
  } finally {
    await environment.teardown();
  }
});
