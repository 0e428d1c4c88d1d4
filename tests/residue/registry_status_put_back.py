# finds: registry http.client.responses reverted
import http
import http.client
OK = http.HTTPStatus.OK
phrase = http.client.responses.pop(OK)
http.client.responses[OK] = phrase
print(len(http.client.responses))
