// /v1/stories/{id}/changes and /stream over HTTP, with one and several processes.
#include "storage/change_feed.hpp"
#include "storage/membership_store.hpp"
#include "support/database_helpers.hpp"
#include "support/event_source.hpp"
#include "support/live_service.hpp"

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <thread>

namespace json = boost::json;
namespace storage = throughline::storage;
namespace test = throughline::test;
using namespace std::chrono_literals;

namespace {

/// A service with one story, which each further version of its article changes.
class followed_story {
public:
    explicit followed_story(throughline::config::settings settings = {}) : service(std::move(settings)) {
        tell("");
        const auto read = json::parse(test::fetch(service.base(), "GET", "/v1/articles/" + article).body);
        id = std::string(read.at("stories").at(0).at("id").as_string());
    }

    /// Posts another version; the story has been written anew when this returns.
    void tell(const std::string& more) {
        const json::object body{{"url", "https://post.example/a"},
                                {"headline", "Harbour city mayor resigns"},
                                {"publisher", "The Harbour Post"},
                                {"published_at", "2018-03-21"},
                                {"text",
                                 "The mayor of Eastport, Anna Keller, resigned on Tuesday after weeks of protest.\n\n"
                                 "Police arrested two council members on Monday." +
                                     more}};
        const auto posted =
            test::fetch(service.base(), "POST", "/v1/articles",
                        {{"Content-Type", "application/json"}, {"Prefer", "wait=60"}}, json::serialize(body));
        REQUIRE(posted.status < 300);
        article = std::string(json::parse(posted.body).at("id").as_string());
    }

    void tell_of_day(int day) { tell(" Keller apologised on March " + std::to_string(day) + "."); }

    json::value get(const std::string& path) {
        const auto response = test::fetch(service.base(), "GET", "/v1/stories/" + id + path);
        REQUIRE_MESSAGE(response.status == 200, response.body);
        return json::parse(response.body);
    }

    std::int64_t revision() { return get("").at("revision").as_int64(); }
    std::string stream() const { return "/v1/stories/" + id + "/stream"; }

    test::live_service service;
    std::string article;
    std::string id;
};

std::int64_t revision_of(const test::stream_event& event) { return json::parse(event.data).at("revision").as_int64(); }

}  // namespace

TEST_SUITE_BEGIN("api/stream");

TEST_CASE("a listener hears of a change, as the list of changes tells it") {
    followed_story story;
    const auto before = story.revision();
    test::event_source source(story.service.base(), story.stream());
    REQUIRE(source.response.status == 200);
    CHECK(source.response.header("content-type") == "text/event-stream");
    CHECK(source.response.header("cache-control") == "no-store");

    story.tell_of_day(14);
    const auto event = source.next();

    REQUIRE(event);
    CHECK(event->name == "change");
    CHECK(event->id == std::to_string(before + 1));
    const auto data = json::parse(event->data);
    CHECK(data.at("story_id") == json::string_view(story.id));
    CHECK(data.at("revision") == before + 1);
    const auto listed = story.get("/changes?since=" + std::to_string(before));
    CHECK(listed.at("revision") == before + 1);
    CHECK(listed.at("changes") == data.at("changes"));
    REQUIRE_FALSE(data.at("changes").as_array().empty());
    for (const auto& change : data.at("changes").as_array()) CHECK_FALSE(change.at("reason").as_string().empty());
}

TEST_CASE("who comes again gets all that happened in between, whatever happens meanwhile") {
    followed_story story;
    const auto first = story.revision();
    std::thread writer([&] {
        for (int day = 1; day <= 12; ++day) story.tell_of_day(day);
    });

    std::vector<std::int64_t> heard;
    std::string last = std::to_string(first);
    int visits = 0;
    while (heard.empty() || heard.back() < first + 12) {
        test::event_source source(story.service.base(), story.stream(), last);
        for (int count = 0; count < 1 + visits % 3 && (heard.empty() || heard.back() < first + 12); ++count) {
            const auto event = source.next();
            if (!event) break;
            heard.push_back(revision_of(*event));
        }
        if (!source.last_id.empty()) last = source.last_id;
        if (++visits > 100) break;
    }
    writer.join();

    REQUIRE(heard.size() == 12);
    for (std::size_t i = 0; i < heard.size(); ++i) CHECK(heard[i] == first + 1 + static_cast<std::int64_t>(i));
    CHECK(visits > 3);
}

TEST_CASE("a listener of another process hears the same") {
    followed_story story;
    test::live_service other({}, story.service.database_url());
    const auto since = "?since=" + std::to_string(story.revision());
    test::event_source here(story.service.base(), story.stream() + since);
    test::event_source there(other.base(), story.stream() + since);

    story.tell_of_day(14);
    story.tell_of_day(15);

    for (int count = 0; count < 2; ++count) {
        const auto one = here.next();
        const auto two = there.next();
        REQUIRE(one);
        REQUIRE(two);
        CHECK(one->id == two->id);
        CHECK(one->data == two->data);
    }
}

TEST_CASE("the timeline of an earlier revision is what was served then, byte for byte") {
    followed_story story;
    std::vector<std::pair<std::int64_t, std::string>> served;
    for (int day = 14; day < 17; ++day) {
        story.tell_of_day(day);
        const auto body =
            test::fetch(story.service.base(), "GET", "/v1/stories/" + story.id + "/timeline?limit=200").body;
        served.emplace_back(json::parse(body).at("story").at("revision").as_int64(), body);
    }

    for (const auto& [revision, body] : served) {
        const auto past =
            test::fetch(story.service.base(), "GET",
                        "/v1/stories/" + story.id + "/timeline?limit=200&as_of=" + std::to_string(revision));
        CHECK(past.status == 200);
        CHECK(past.body == body);
    }
}

TEST_CASE("revisions that are not there are told as such") {
    followed_story story;
    const auto path = "/v1/stories/" + story.id;
    const auto check = [&](const std::string& target, unsigned status, std::string_view code, std::string_view field) {
        CAPTURE(target);
        const auto response = test::fetch(story.service.base(), "GET", path + target);
        CHECK(response.status == status);
        const auto problem = json::parse(response.body);
        CHECK(problem.at("code") == json::string_view(code));
        CHECK(problem.at("field") == json::string_view(field));
    };

    check("/timeline?as_of=99", 404, "not_found", "as_of");
    check("/timeline?as_of=0", 400, "invalid_field", "as_of");
    check("/timeline?as_of=new", 400, "invalid_field", "as_of");
    check("/changes?since=99", 404, "not_found", "since");
    check("/changes?since=-1", 400, "invalid_field", "since");
    check("/stream?since=x", 400, "invalid_field", "since");
    CHECK(test::fetch(story.service.base(), "GET", "/v1/stories/s_0000000000000000/stream").status == 404);
    CHECK(test::fetch(story.service.base(), "GET", "/v1/stories/s_0000000000000000/changes").status == 404);
}

TEST_CASE("a listener that knows a revision which never was is told to read anew") {
    followed_story story;
    for (const auto* id : {"4711", "a1"}) {
        test::event_source source(story.service.base(), story.stream(), id);

        const auto event = source.next();

        REQUIRE(event);
        CHECK(event->name == "reset");
        CHECK(event->id == std::to_string(story.revision()));
    }
}

TEST_CASE("a story that is merged away sends its listeners on, also those who come again later") {
    followed_story story;
    storage::session connection([&] {
        storage::session_options options;
        options.url = story.service.database_url();
        return options;
    }());
    test::event_source source(story.service.base(), story.stream());
    REQUIRE(source.response.status == 200);

    std::string successor;
    test::write(connection, [&](storage::transaction& tx) {
        successor = storage::create_story(tx);
        storage::merge_story(tx, story.id, successor);
        storage::announce(tx, {story.id, 0, {}});
        return true;
    });

    const auto expected = "{\"story_id\":\"" + story.id + "\",\"replaced_by\":\"" + successor + "\"}";
    const auto event = source.next();
    REQUIRE(event);
    CHECK(event->name == "moved");
    CHECK(event->data == expected);
    CHECK_FALSE(source.next());
    test::event_source again(story.service.base(), story.stream(), "1");
    const auto told = again.next();
    REQUIRE(told);
    CHECK(told->name == "moved");
    CHECK_FALSE(again.next());
    const auto fresh = test::fetch(story.service.base(), "GET", story.stream());
    CHECK(fresh.status == 308);
    CHECK(fresh.header("location") == "/v1/stories/" + successor + "/stream");
}

TEST_CASE("a story that is deleted ends its streams") {
    followed_story story;
    test::event_source source(story.service.base(), story.stream());

    CHECK(test::fetch(story.service.base(), "DELETE", "/v1/articles/" + story.article).status == 204);

    const auto event = source.next();
    REQUIRE(event);
    CHECK(event->name == "gone");
    CHECK_FALSE(source.next());
}

TEST_CASE("one listener too many is refused, and let in when another has gone") {
    throughline::config::settings settings;
    settings.max_listeners = 1;
    followed_story story(settings);
    auto first = std::make_unique<test::event_source>(story.service.base(), story.stream());
    REQUIRE(first->response.status == 200);

    test::event_source second(story.service.base(), story.stream());
    CHECK(second.response.status == 503);
    CHECK(second.response.header("retry-after") != "");
    CHECK(json::parse(second.response.body).at("code") == "overloaded");

    first.reset();
    unsigned status = 503;
    for (int count = 0; count < 100 && status == 503; ++count) {
        std::this_thread::sleep_for(20ms);
        status = test::event_source(story.service.base(), story.stream()).response.status;
    }
    CHECK(status == 200);
}

TEST_CASE("a stop ends the streams promptly") {
    followed_story story;
    test::event_source source(story.service.base(), story.stream());
    const auto begun = std::chrono::steady_clock::now();

    story.service.stop();

    CHECK_FALSE(source.next());
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
}

TEST_SUITE_END();
