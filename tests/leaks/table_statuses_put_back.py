# finds: registry http.HTTPStatus._value2member_map_ reverted
from http import HTTPStatus
from unittest.mock import patch
# --- next cell
with patch.dict(HTTPStatus._value2member_map_, {299: HTTPStatus.OK}):
    print(HTTPStatus(299).name)
