// Debian's Chromium, driven by playwright-core.
import {existsSync} from 'node:fs';
import {chromium} from 'playwright-core';

/// A browser without a window. No sandbox: the tests run as root in containers as well.
export function startBrowser() {
    const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
    return chromium.launch({executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage']});
}
