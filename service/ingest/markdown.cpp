#include "ingest/markdown.hpp"

#include "ingest/html_element.hpp"
#include "ingest/html_entities.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace throughline::ingest {
namespace {

bool is_ascii_punctuation(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0x7f && !(c >= '0' && c <= '9') &&
           !(text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z');
}

bool is_word_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || (!is_ascii_punctuation(c) && c > ' '); }

// Elements of HTML within a paragraph that writers of Markdown use; blocks are in data/html_elements.tsv.
bool is_inline_element(std::string_view name) {
    static constexpr std::array<std::string_view, 24> names = {
        "abbr", "b",    "big", "cite",  "code", "del",    "em",     "font", "i",   "ins", "kbd", "mark",
        "q",    "samp", "s",   "small", "span", "strike", "strong", "sub",  "sup", "tt",  "u",   "var"};
    return std::find(names.begin(), names.end(), text::lower(name)) != names.end();
}

// Emphasis marks that open outside a word and close outside one, paired like brackets.
struct emphasis {
    std::size_t at = 0;  // of the run in the output
    std::size_t size = 0;
    char mark = '*';
};

class unwrapper {
public:
    explicit unwrapper(std::string_view source) : source_(source) {}

    plain_inline run() {
        while (at_ < source_.size()) step();
        drop_marks();
        return std::move(out_);
    }

private:
    char peek(std::size_t ahead) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }

    void keep(std::size_t count) {
        out_.text += source_.substr(at_, count);
        at_ += count;
    }

    void step() {
        const char c = source_[at_];
        if (c == '\\' && is_ascii_punctuation(peek(1))) {
            ++at_;
            return keep(1);
        }
        if (c == '!' && peek(1) == '[') return read_picture();
        if (c == '[') return open_link();
        if (c == ']' && !links_.empty()) return close_link();
        if (c == '<') return read_angle();
        if (c == '&') return read_reference();
        if (c == '*' || c == '_') return read_emphasis(c);
        if (c == '`') return read_code();
        keep(1);
    }

    // The end of "(address)" or "[label]" behind a link's words; npos when nothing of that kind stands there.
    std::size_t target_end(std::size_t at) const {
        if (at >= source_.size() || (source_[at] != '(' && source_[at] != '[')) return std::string_view::npos;
        const char close = source_[at] == '(' ? ')' : ']';
        std::size_t depth = 0;
        // Few brackets and few bytes: a text of nothing but link beginnings is still read in linear time.
        constexpr std::size_t longest_target = 1000;
        constexpr std::size_t deepest_target = 8;
        for (std::size_t i = at; i < source_.size() && i - at < longest_target; ++i) {
            if (source_[i] == '\\') {
                ++i;
            } else if (source_[i] == source_[at]) {
                if (++depth > deepest_target) return std::string_view::npos;
            } else if (source_[i] == close && --depth == 0) {
                return i + 1;
            }
        }
        return std::string_view::npos;
    }

    void read_picture() {
        const auto words_end = target_end(at_ + 1);
        const auto end = words_end == std::string_view::npos ? words_end : target_end(words_end);
        if (end == std::string_view::npos) return keep(1);
        at_ = end;
    }

    void open_link() {
        links_.push_back(out_.text.size());
        keep(1);
    }

    void close_link() {
        const auto open = links_.back();
        links_.pop_back();
        const auto end = target_end(at_ + 1);
        if (end == std::string_view::npos) return keep(1);
        out_.text.erase(open, 1);
        for (auto mark = marks_.rbegin(); mark != marks_.rend() && mark->at > open; ++mark) --mark->at;
        out_.linked += out_.text.size() - open;
        at_ = end;
        links_.clear();
    }

    void read_angle() {
        const auto inside = source_.substr(at_ + 1, 2000);
        const bool address = inside.starts_with("http://") || inside.starts_with("https://");
        if (!address) return read_tag(inside);
        const auto end = inside.find_first_of("<> ");
        if (end == std::string_view::npos || inside[end] != '>') return keep(1);
        out_.text += inside.substr(0, end);
        out_.linked += end;
        at_ += end + 2;
    }

    // A tag of HTML gives way to a blank where it parts words; a comment, a script and a style go with all they hold.
    void read_tag(std::string_view inside) {
        if (inside.starts_with("!--")) return skip_to("-->", no_comment_end_);
        const bool closing = inside.starts_with('/');
        const auto tag = inside.substr(closing, longest_tag);
        std::size_t size = 0;
        while (size < tag.size() && (is_word_byte(tag[size]) && static_cast<unsigned char>(tag[size]) < 0x80)) ++size;
        const auto name = tag.substr(0, size);
        const auto& element = element_of(name);
        const auto end = tag.find_first_of("<>", size);
        const bool whole = end != std::string_view::npos && tag[end] == '>' &&
                           (end == size || tag[size] == ' ' || tag[size] == '/' || tag[size] == '\t');
        const bool known = !element.name.empty() || is_inline_element(name);
        if (size == 0 || !known || !whole) return keep(1);
        if (!closing && element.name == "script") return skip_to("</script>", no_script_end_);
        if (!closing && element.name == "style") return skip_to("</style>", no_style_end_);
        if (element.block || element.is_void) out_.text += ' ';
        at_ += 1 + closing + end + 1;
    }

    // Passes over everything up to and with the mark; over nothing but the bracket where there is none.
    void skip_to(std::string_view mark, bool& none_left) {
        const auto end = none_left ? std::string_view::npos : find_in_any_case(source_, mark, at_);
        none_left = end == std::string_view::npos;
        if (none_left) return keep(1);
        at_ = end + mark.size();
    }

    void read_reference() {
        constexpr std::size_t longest_reference = 34;
        const auto reference = source_.substr(at_, longest_reference);
        const auto end = reference.find(';');
        const auto character =
            end == std::string_view::npos ? std::string("&") : decode_entities(reference.substr(0, end + 1));
        if (character.starts_with('&') && character.size() > 1) return keep(1);
        if (end == std::string_view::npos) return keep(1);
        out_.text += character;
        at_ += end + 1;
    }

    void read_emphasis(char mark) {
        std::size_t size = 1;
        while (peek(size) == mark) ++size;
        const char before = at_ == 0 ? ' ' : source_[at_ - 1];
        const char after = at_ + size < source_.size() ? source_[at_ + size] : ' ';
        const bool blank_before = static_cast<unsigned char>(before) <= ' ';
        const bool blank_after = static_cast<unsigned char>(after) <= ' ';
        const bool may_close = !blank_before && !is_word_byte(after);
        const bool may_open = !blank_after && !is_word_byte(before);
        if (size <= 3 && may_close) {
            for (std::size_t i = opened_.size(); i-- > 0 && opened_.size() - i <= 8;) {
                const auto opener = opened_[i];
                if (marks_[opener].mark != mark || marks_[opener].size != size) continue;
                matched_.push_back(opener);
                opened_.resize(i);
                marks_.push_back({out_.text.size(), size, mark});
                matched_.push_back(marks_.size() - 1);
                return keep(size);
            }
        }
        if (size <= 3 && may_open) {
            opened_.push_back(marks_.size());
            marks_.push_back({out_.text.size(), size, mark});
        }
        keep(size);
    }

    void read_code() {
        std::size_t size = 1;
        while (peek(size) == '`') ++size;
        const auto mark = source_.substr(at_, size);
        const auto closing =
            size > 3 ? std::string_view::npos : source_.substr(0, at_ + longest_code).find(mark, at_ + size);
        if (closing == std::string_view::npos) return keep(size);
        out_.text += source_.substr(at_ + size, closing - at_ - size);
        at_ = closing + size;
    }

    void drop_marks() {
        std::vector<bool> dropped(marks_.size());
        for (const auto mark : matched_) dropped[mark] = true;
        std::string kept;
        kept.reserve(out_.text.size());
        std::size_t from = 0;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (!dropped[i]) continue;
            kept.append(out_.text, from, marks_[i].at - from);
            from = marks_[i].at + marks_[i].size;
        }
        kept.append(out_.text, from);
        out_.text = std::move(kept);
    }

    static constexpr std::size_t longest_tag = 500;
    static constexpr std::size_t longest_code = 500;

    std::string_view source_;
    std::size_t at_ = 0;
    bool no_comment_end_ = false, no_script_end_ = false, no_style_end_ = false;  // none is left in the source
    plain_inline out_;
    std::vector<std::size_t> links_;    // where in the output a "[" stands
    std::vector<emphasis> marks_;       // in order of the text
    std::vector<std::size_t> opened_;   // indices into marks_ that wait for a partner
    std::vector<std::size_t> matched_;  // indices into marks_ that are no words
};

}  // namespace

plain_inline unwrap_inline(std::string_view source) { return unwrapper(source).run(); }

}  // namespace throughline::ingest
