#include "api/submission.hpp"

#include <cstdio>

namespace throughline::api {

std::string to_rfc3339(ingest::instant moment) {
    using namespace std::chrono;
    const auto date = floor<days>(moment);
    const hh_mm_ss time(moment - date);
    char clock[32];
    std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    std::string text = to_string(date) + clock;
    if (const auto micro = time.subseconds().count(); micro != 0) {
        std::snprintf(clock, sizeof clock, ".%06d", static_cast<int>(micro));
        text += clock;
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + "Z";
}

storage::submission to_submission(ingest::article_input article) {
    storage::submission made;
    made.published_at = article.published_at ? to_rfc3339(*article.published_at) : to_string(article.published);
    made.published = article.published;
    made.url = std::move(article.url);
    made.headline = std::move(article.headline);
    made.publisher = std::move(article.publisher);
    made.authors = std::move(article.authors);
    made.language = std::move(article.language);
    made.english = article.english;
    made.text = std::move(article.text);
    made.text_hash = std::move(article.text_hash);
    made.content_hash = std::move(article.content_hash);
    made.wire = std::move(article.wire);
    made.signature = article.signature.bytes();
    return made;
}

}  // namespace throughline::api
