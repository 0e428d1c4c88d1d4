# finds: logging shop.handlers reverted
# finds: logging shop.level reverted
# finds: logging shop.propagate reverted
import logging
import unittest

log = logging.getLogger("shop")
# --- next cell
case = unittest.TestCase()
with case.assertLogs("shop", level="INFO") as seen:
    log.info("sold %s", "tea")
    log.info("sold %s", "milk")
case.assertEqual(len(seen.records), 2)
