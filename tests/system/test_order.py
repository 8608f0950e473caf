"""The same articles in any order, in any batching, through any number of processes give the same timelines."""
import concurrent.futures, random, time, unittest

from support import Service, call, folder, load, post, samples, state


def run(articles, clients=1):
    with folder() as data, Service(data) as service:
        with concurrent.futures.ThreadPoolExecutor(clients) as pool:
            statuses = list(pool.map(lambda article: post(service.base, article)[0], articles))
        assert set(statuses) == {201}, statuses
        return state(service.base)


class Order(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.articles = samples() + load(20)
        cls.forward = run(cls.articles)

    def test_the_reference_holds_stories_and_events(self):
        self.assertTrue(self.forward)
        self.assertGreater(sum(len(story['events']) for story in self.forward), 10)

    def test_reverse(self):
        self.assertEqual(run(self.articles[::-1]), self.forward)

    def test_shuffled(self):
        shuffled = random.Random(1).sample(self.articles, len(self.articles))
        self.assertEqual(run(shuffled), self.forward)

    def test_eight_clients_at_once(self):
        self.assertEqual(run(self.articles, clients=8), self.forward)

    def test_twice_is_as_once(self):
        with folder() as data, Service(data) as service:
            ids = [post(service.base, article)[2]['id'] for article in self.articles]
            again = [post(service.base, article) for article in self.articles]
            self.assertEqual({status for status, _, _ in again}, {200})
            self.assertEqual([answer['id'] for _, _, answer in again], ids)
            self.assertEqual(state(service.base), self.forward)

    def test_three_processes_on_one_database(self):
        with folder() as data, Service(data) as owner:
            url = f'postgresql:///throughline?user=throughline&host={data}/socket'
            with Service(data, url) as second, Service(data, url) as third:
                bases = [owner.base, second.base, third.base]
                with concurrent.futures.ThreadPoolExecutor(9) as pool:
                    statuses = list(pool.map(lambda job: post(bases[job[0] % 3], job[1])[0], enumerate(self.articles)))
                self.assertEqual(set(statuses), {201})
                for base in bases:
                    self.assertEqual(state(base), self.forward)

    def test_a_deleted_article_leaves_as_if_it_had_never_come(self):
        with folder() as data, Service(data) as service:
            extra = self.articles[0]
            for article in self.articles[1:]:
                post(service.base, article)
            before = state(service.base)
            identifier = post(service.base, extra)[2]['id']
            self.assertEqual(state(service.base), self.forward)

            self.assertIn(call(service.base, 'DELETE', f'/v1/articles/{identifier}')[0], (200, 202, 204))

            self.assertEqual(call(service.base, 'GET', f'/v1/articles/{identifier}')[0], 410)
            self.wait_until_equal(service.base, before)

    def wait_until_equal(self, base, expected):
        for _ in range(100):
            if state(base) == expected:
                break
            time.sleep(0.1)
        self.assertEqual(state(base), expected)


if __name__ == '__main__':
    unittest.main()
