# ends: error IndentationError
  x = 1
