# finds: attribute doctest._unittest_reportflags reverted
import doctest
# --- next cell
kept = doctest.set_unittest_reportflags(doctest.REPORT_UDIFF | doctest.REPORT_ONLY_FIRST_FAILURE)
try:
    print(kept)
finally:
    doctest.set_unittest_reportflags(kept)
