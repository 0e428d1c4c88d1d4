# finds: registry http.HTTPStatus._value2member_map_ left
from http import HTTPStatus
# --- next cell
HTTPStatus._value2member_map_[299] = HTTPStatus.OK
print(HTTPStatus(299).phrase)
