# finds: registry http.cookies.Morsel._reserved left
import http.cookies

def allow(word):
    http.cookies.Morsel._reserved[word.lower()] = word
# --- next cell
allow("Priority")
