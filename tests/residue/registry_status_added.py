# finds: registry http.client.responses left
import http
import http.client
http.client.responses[418] = "tea"
