#include "ingest/article_json.hpp"

#include "text/utf8.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <limits>
#include <unordered_set>

namespace throughline::ingest {
namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 32;

// Receives the parser's events and keeps the members that an article has.
class body_handler {
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    article_json article;
    std::optional<throughline::error> failure;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) {
        if (keys_.empty() && !in_array_) {
            keys_.emplace_back();
            return true;
        }
        if (!check_type("an object")) return false;
        keys_.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) {
        keys_.pop_back();
        return true;
    }
    bool on_array_begin(json::error_code&) {
        if (keys_.empty())
            return fail(errc::invalid_json, "", "The body is a JSON array; an article is a JSON object.");
        if (keys_.size() == 1 && in_array_ == 0 && member_ == "authors") {
            in_authors_ = true;
        } else if (!check_type("an array")) {
            return false;
        }
        ++in_array_;
        return true;
    }
    bool on_array_end(std::size_t, json::error_code&) {
        if (--in_array_ == 0) in_authors_ = false;
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        collect(part);
        if (!keys_.back().insert(collected_).second)
            return fail(errc::invalid_json, keys_.size() == 1 ? collected_ : "",
                        "The key \"" + collected_.substr(0, 40) + "\" stands twice in one object.");
        if (keys_.size() == 1) member_ = collected_;
        collected_.clear();
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        collect(part);
        if (keys_.empty()) return fail_scalar();
        const bool author = keys_.size() == 1 && member_ == "authors" && (in_array_ == 0 || in_authors_);
        if (author) {
            article.authors.push_back(collected_);
        } else if (in_array_ == 0 && keys_.size() == 1) {
            if (auto* field = field_of(member_)) *field = std::move(collected_);
        }
        collected_.clear();
        return true;
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return check_type("a number"); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return check_type("a number"); }
    bool on_double(double, json::string_view, json::error_code&) { return check_type("a number"); }
    bool on_bool(bool, json::error_code&) { return check_type("a boolean"); }
    bool on_null(json::error_code&) { return keys_.empty() ? fail_scalar() : !in_authors_ || check_type("null"); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool fail(errc code, std::string field, std::string detail) {
        failure = throughline::error{code, std::move(detail), std::move(field)};
        return false;
    }

    bool fail_scalar() { return fail(errc::invalid_json, "", "The body is not a JSON object; an article is one."); }

    bool collect(json::string_view part) {
        collected_.append(part.data(), part.size());
        return true;
    }

    // Fails where a value of this type stands for a member that is read.
    bool check_type(std::string_view type) {
        if (keys_.empty()) return fail_scalar();
        if (keys_.size() > 1 || (in_array_ > 0 && !in_authors_)) return true;
        if (in_authors_)
            return fail(errc::invalid_field, "authors",
                        "Each of `authors` must be a string, not " + std::string(type) + ".");
        if (member_ != "authors" && !field_of(member_)) return true;
        return fail(errc::invalid_field, member_, "`" + member_ + "` must be a string, not " + std::string(type) + ".");
    }

    std::optional<std::string>* field_of(std::string_view name) {
        if (name == "url") return &article.url;
        if (name == "headline") return &article.headline;
        if (name == "publisher") return &article.publisher;
        if (name == "published_at") return &article.published_at;
        if (name == "language") return &article.language;
        if (name == "text") return &article.text;
        if (name == "html") return &article.html;
        return nullptr;
    }

    std::vector<std::unordered_set<std::string>> keys_;  // of the objects that are open
    std::size_t in_array_ = 0;                           // arrays that are open
    bool in_authors_ = false;
    std::string member_;     // of the outermost object
    std::string collected_;  // the parts of a key or string so far
};

throughline::error json_failure(const json::error_code& failure) {
    if (failure == json::error::too_deep) return {errc::invalid_json, "The body nests deeper than 32 levels.", ""};
    if (failure == json::error::illegal_leading_surrogate || failure == json::error::illegal_trailing_surrogate ||
        failure == json::error::expected_utf16_escape)
        return {errc::invalid_encoding, "The body has half of a UTF-16 surrogate pair in an escape.", ""};
    if (failure == json::error::incomplete)
        return {errc::invalid_json, "The body ends before its JSON is complete.", ""};
    if (failure == json::error::extra_data) return {errc::invalid_json, "More data follows the JSON object.", ""};
    return {errc::invalid_json, "The body is not valid JSON: " + failure.message() + ".", ""};
}

}  // namespace

result<article_json> parse_article_json(std::string_view body) {
    if (!text::is_valid_utf8(body))
        return throughline::error{errc::invalid_encoding, "The body is not valid UTF-8.", ""};
    if (body.starts_with("\xef\xbb\xbf")) body.remove_prefix(3);  // the mark that some editors put in front
    json::parse_options options;
    options.max_depth = deepest;
    json::basic_parser<body_handler> parser(options);
    json::error_code failure;
    const auto used = parser.write_some(false, body.data(), body.size(), failure);
    if (parser.handler().failure) return *parser.handler().failure;
    if (!failure && used < body.size()) failure = json::error::extra_data;
    if (failure) return json_failure(failure);
    return std::move(parser.handler().article);
}

}  // namespace throughline::ingest
