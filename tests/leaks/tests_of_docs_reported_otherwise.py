# finds: attribute doctest._unittest_reportflags left
import doctest
# --- next cell
doctest.set_unittest_reportflags(doctest.REPORT_NDIFF)
