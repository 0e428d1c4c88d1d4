# ends: error UnicodeEncodeError
import isolation
isolation.run("print('\ud800')")
