# finds: registry http.client.responses reverted
import http.client
from unittest.mock import patch
with patch.dict(http.client.responses, {299: "odd"}):
    print(http.client.responses[299])
