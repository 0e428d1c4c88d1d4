# ends: error ZeroDivisionError
exec(compile('def <f>(): 1 / 0\nf()'.replace('<f>', 'f'), '"><script>1</script>\x1b[2J\n\u202e', 'exec'))
