#!/usr/bin/env python3
"""Takes the README's picture: picture.py CHROMIUM REPORT.html PICTURE.png"""

import sys

from browser import Browser

program, report, picture = sys.argv[1:]
browser = Browser(program, width=1180, height=760)
browser.open(report)
browser.screenshot(picture)
browser.close()
