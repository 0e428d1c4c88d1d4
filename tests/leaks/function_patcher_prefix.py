# finds: attribute unittest.mock.patch left
from unittest import mock
# --- next cell
mock.patch.TEST_PREFIX = "check"
