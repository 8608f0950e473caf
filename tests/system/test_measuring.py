"""throughline-eval on files of the corpora's formats, written here."""
import os, re, subprocess, unittest

from support import PROGRAM, folder

TIMEML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2018-03-21" functionInDocument="CREATION_TIME">March 21, 2018</TIMEX3></DCT>
<TEXT>
The minister <EVENT eid="e9" class="STATE">resigned</EVENT> on Tuesday, officials said. Talks &amp; votes were held.
</TEXT>
</TimeML>
"""


def words(marked):
    return re.sub('<[^>]*>', '', marked)


class Measuring(unittest.TestCase):
    def test_times_and_events_are_marked_and_the_words_stay(self):
        with folder() as place:
            source, target = os.path.join(place, 'in'), os.path.join(place, 'out')
            os.mkdir(source)
            with open(os.path.join(source, 'note.tml'), 'w') as out:
                out.write(TIMEML)
            subprocess.run([PROGRAM + '-eval', 'timex', source, target], check=True, timeout=120)
            with open(os.path.join(target, 'note.tml')) as made:
                text = re.search('<TEXT>(.*)</TEXT>', made.read(), re.S)[1]
        self.assertEqual(words(text), words(TIMEML.split('<TEXT>')[1].split('</TEXT>')[0]))
        self.assertRegex(text, r'<TIMEX3 tid="t1" type="DATE" value="2018-03-20">Tuesday</TIMEX3>')
        self.assertRegex(text, r'<EVENT eid="e1" class="OCCURRENCE">resigned</EVENT>')
        self.assertRegex(text, r'<EVENT eid="e2" class="REPORTING">said</EVENT>')
        self.assertNotIn('STATE', text)


if __name__ == '__main__':
    unittest.main()
