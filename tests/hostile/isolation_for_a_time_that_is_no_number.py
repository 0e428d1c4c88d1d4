# ends: error TypeError
import isolation
isolation.run('pass', timeout='2')
