"""kill -9 at random moments under load loses nothing and doubles nothing."""
import concurrent.futures, os, pathlib, random, signal, threading, time, unittest

from support import Service, call, folder, ids, load, lost, post, samples, state


class Crash(unittest.TestCase):
    maxDiff = 4000
    rounds = 10
    # What a killed process had begun goes to the next one soon.
    settings = {'THROUGHLINE_LEASE_SECONDS': '5'}

    def test_ten_kills_end_where_a_quiet_run_ends(self):
        articles = samples() + load(60)
        with folder() as data, Service(data) as service:
            for article in articles:
                self.assertEqual(post(service.base, article)[0], 201)
            quiet = state(service.base)
        moments = random.Random(7)
        accepted, lock = {}, threading.Lock()

        def submit(base, numbered):
            number, article = numbered
            try:
                status, _, answer = call(base, 'POST', '/v1/articles', article, timeout=20)
            except OSError:
                return                      # the connection died with the service: not accepted as far as we know
            if status in (200, 201, 202):
                with lock:
                    # Accepted once is accepted for ever, under one id.
                    self.assertEqual(accepted.setdefault(number, answer['id']), answer['id'])

        with folder() as data:
            served = set()
            for _ in range(self.rounds):
                service = Service(data, settings=self.settings)
                served |= ids(service.base)
                batch = moments.sample(list(enumerate(articles)), 25)
                with concurrent.futures.ThreadPoolExecutor(4) as pool:
                    running = [pool.submit(submit, service.base, numbered) for numbered in batch]
                    time.sleep(moments.uniform(0.02, 1.0))
                    service.kill()
                    for one in running:
                        one.result()
            with Service(data, settings=self.settings) as service:
                service.settle(accepted.values())
                served |= ids(service.base)
                for numbered in enumerate(articles):
                    submit(service.base, numbered)
                self.assertEqual(len(accepted), len(articles))
                service.settle(accepted.values())
                self.assertEqual(state(service.base), quiet)
                # No article was ever deleted, so no id that was ever served leads nowhere.
                self.assertEqual(lost(service.base, served), {})

    def test_the_database_killed_under_load_loses_nothing(self):
        articles = load(30)
        with folder() as data, Service(data) as service:
            ids = []
            for number, article in enumerate(articles):
                if number in (8, 16, 24):
                    postmaster = int(pathlib.Path(f'{data}/postgres/postmaster.pid').read_text().split()[0])
                    os.kill(postmaster, signal.SIGKILL)
                for _ in range(200):
                    status, headers, answer = call(service.base, 'POST', '/v1/articles', article)
                    if status == 503:
                        self.assertIn('Retry-After', headers)
                        time.sleep(0.1)
                        continue
                    self.assertIn(status, (200, 202))
                    ids.append(answer['id'])
                    break
            self.assertEqual(len(set(ids)), len(articles))
            service.settle(ids)

    def test_a_stop_in_order_exits_with_zero_and_keeps_all(self):
        articles = load(20)
        with folder() as data:
            with Service(data) as service:
                ids = [call(service.base, 'POST', '/v1/articles', article)[2]['id'] for article in articles]
                self.assertEqual(service.stop(), 0)
            with Service(data) as service:
                service.settle(ids)


if __name__ == '__main__':
    unittest.main()
