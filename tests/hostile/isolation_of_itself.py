# ends: waiting | ok | error RuntimeError
import isolation
isolation.run('import isolation\nprint(isolation.run("print(1)").stdout)').exception
