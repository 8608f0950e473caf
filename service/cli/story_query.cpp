#include "cli/story_query.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <boost/system/system_error.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <exception>
#include <set>

namespace throughline::cli {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

// Thrown through the coroutines and caught in read_story().
struct query_failed {
    error why;
};

std::string encoded(std::string_view text) { return boost::urls::encode(text, boost::urls::unreserved_chars); }

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::uint64_t articles_of(const json::object& story) {
    const auto* count = story.if_contains("article_count");
    return count && count->is_number() ? count->to_number<std::uint64_t>() : 0;
}

class query {
public:
    query(asio::any_io_executor executor, const service_address& address, const std::string& key,
          const timeline_filters& filters)
        : client_(executor, address, key) {
        for (const auto& [name, value] : filters) filters_ += '&' + name + '=' + encoded(value);
    }

    asio::awaitable<void> run(std::string words, bool with_publishers) {
        std::string id = co_await find(std::move(words));
        co_await read_timeline(std::move(id));
        if (with_publishers) co_await add_publishers();
    }

    asio::awaitable<void> run_export(std::string words, std::string format) {
        const std::string id = co_await find(std::move(words));
        auto answer = co_await follow("/v1/stories/" + encoded(id) + "/timeline?format=" + format + filters_);
        if (!answer) throw query_failed{{errc::not_found, "story " + id + " is gone", ""}};
        exported = std::move(*answer);
    }

    told_story told;
    std::string exported;

private:
    // The body at a target, behind any redirect of a merged id; nullopt for 404 and 410.
    asio::awaitable<std::optional<std::string>> follow(std::string target) {
        constexpr int most_redirects = 5;
        for (int hops = 0; hops <= most_redirects; ++hops) {
            api_request request;
            request.target = target;
            auto answer = co_await client_.send(std::move(request));
            if (answer.status == 200) co_return std::move(answer.body);
            if (answer.status == 404 || answer.status == 410) co_return std::nullopt;
            if (answer.status == 308 && !answer.location.empty()) {
                target = answer.location;
                continue;
            }
            throw query_failed{refusal(answer)};
        }
        throw query_failed{{errc::internal, "the service redirects without end", ""}};
    }

    static error refusal(const api_answer& answer) {
        json::error_code failure;
        const auto body = json::parse(answer.body, failure);
        const bool told = !failure && body.is_object();
        const auto detail = told ? text_of(body.get_object(), "detail") : std::string();
        const auto field = told ? text_of(body.get_object(), "field") : std::string();
        if (answer.status == 400) return {errc::invalid_field, field.empty() ? detail : field + ": " + detail, field};
        return {errc::unavailable, detail.empty() ? "it answered " + std::to_string(answer.status) : detail, ""};
    }

    asio::awaitable<std::optional<json::object>> get(std::string target) {
        const auto text = co_await follow(std::move(target));
        if (!text) co_return std::nullopt;
        json::error_code failure;
        auto body = json::parse(*text, failure);
        if (failure || !body.is_object())
            throw query_failed{{errc::unavailable, "it answered what is no JSON object", ""}};
        co_return std::move(body.get_object());
    }

    asio::awaitable<std::string> find(std::string words) {
        const auto by_id = co_await get("/v1/stories/" + encoded(words));
        if (by_id) co_return text_of(*by_id, "id");
        for (const std::string parameter : {"q", "entity"}) {
            auto page = co_await get("/v1/stories?limit=200&" + parameter + "=" + encoded(words));
            if (!page || !page->if_contains("stories")) continue;
            auto stories = page->at("stories").as_array();
            if (stories.empty()) continue;
            const auto larger = [](const json::value& a, const json::value& b) {
                return articles_of(a.as_object()) > articles_of(b.as_object());
            };
            std::stable_sort(stories.begin(), stories.end(), larger);
            for (std::size_t i = 1; i < stories.size(); ++i)
                told.others.push_back(text_of(stories[i].as_object(), "id") + "  " +
                                      text_of(stories[i].as_object(), "title"));
            co_return text_of(stories.front().as_object(), "id");
        }
        throw query_failed{{errc::not_found, "no story fits \"" + words + "\"", ""}};
    }

    asio::awaitable<void> read_timeline(std::string id) {
        std::string cursor;
        do {
            std::string target = "/v1/stories/" + encoded(id) + "/timeline?limit=200" + filters_;
            if (!cursor.empty()) target += "&cursor=" + encoded(cursor);
            auto page = co_await get(std::move(target));
            if (!page) throw query_failed{{errc::not_found, "story " + id + " is gone", ""}};
            if (auto* story = page->if_contains("story"); story && story->is_object()) told.story = story->get_object();
            if (const auto now = text_of(told.story, "id"); now != id) {  // merged away between two pages
                id = now;
                told.events.clear();
            }
            if (auto* events = page->if_contains("events"); events && events->is_array())
                for (auto& event : events->get_array()) told.events.push_back(std::move(event));
            cursor = text_of(*page, "next_cursor");
        } while (!cursor.empty());
    }

    asio::awaitable<void> add_publishers() {
        for (auto& event : told.events) {
            const auto page =
                co_await get("/v1/events/" + encoded(text_of(event.as_object(), "id")) + "/sources?limit=200");
            const auto* sources = page ? page->if_contains("sources") : nullptr;
            if (sources == nullptr || !sources->is_array()) continue;
            std::set<std::string> names;
            for (const auto& source : sources->get_array())
                if (const auto* article = source.as_object().if_contains("article"); article && article->is_object())
                    if (auto name = text_of(article->get_object(), "publisher"); !name.empty())
                        names.insert(std::move(name));
            json::array list(names.begin(), names.end());
            event.as_object()["publishers"] = std::move(list);
        }
    }

    api_client client_;
    std::string filters_;  // "&from=2018-03-01&max=10"
};

/// Runs what `start` makes of the query to its end.
template <class Start>
result<bool> run(query& asked, asio::io_context& context, Start start) {
    std::exception_ptr thrown;
    asio::co_spawn(context, start(asked), [&thrown](std::exception_ptr failure) { thrown = failure; });
    context.run();
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const query_failed& failure) {
        return failure.why;
    } catch (const boost::system::system_error& failure) {
        return error{errc::unavailable, failure.code().message(), ""};
    }
    return true;
}

}  // namespace

result<told_story> read_story(const service_address& address, const std::string& key, const std::string& id_or_words,
                              const timeline_filters& filters, bool with_publishers) {
    asio::io_context context(1);
    query asked(context.get_executor(), address, key, filters);
    const auto done = run(asked, context, [&](query& each) { return each.run(id_or_words, with_publishers); });
    if (!done) return done.failure();
    return std::move(asked.told);
}

result<std::string> read_export(const service_address& address, const std::string& key, const std::string& id_or_words,
                                const timeline_filters& filters, const std::string& format) {
    asio::io_context context(1);
    query asked(context.get_executor(), address, key, filters);
    const auto done = run(asked, context, [&](query& each) { return each.run_export(id_or_words, format); });
    if (!done) return done.failure();
    return std::move(asked.exported);
}

}  // namespace throughline::cli
