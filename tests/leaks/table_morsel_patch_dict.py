# finds: registry http.cookies.Morsel._reserved reverted
import http.cookies
from unittest.mock import patch

with patch.dict(http.cookies.Morsel._reserved, priority="Priority"):
    print("priority" in http.cookies.Morsel._reserved)
