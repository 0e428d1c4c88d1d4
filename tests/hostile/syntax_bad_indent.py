# ends: error IndentationError
if True:
pass
