#include "eval/timeml.hpp"

#include "eval/markup.hpp"

#include <array>
#include <stdexcept>

namespace throughline::eval {
namespace {

constexpr std::string_view text_open = "<TEXT>";
constexpr std::string_view text_close = "</TEXT>";

std::string without_tags(std::string_view marked) {
    std::string words = resolve_entities(marked.substr(0, marked.find('<')));
    while (const auto tag = next_tag(marked)) words += resolve_entities(tag->words);
    return words;
}

void append_escaped(std::string& out, std::string_view words) {
    for (const char c : words) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
}

/// The value of the creation time: the first value="…" between <DCT> and </DCT>.
day creation_day(std::string_view file) {
    const auto open = file.find("<DCT>");
    if (open == std::string_view::npos) return {};
    const auto dct = file.substr(open, file.find("</DCT>", open) - open);
    const auto at = dct.find("value=\"");
    if (at == std::string_view::npos) return {};
    return parse_day(dct.substr(at + 7, 10)).value_or(day{});
}

std::string_view type_name(timex_type type) {
    constexpr std::array<std::string_view, 4> names{"DATE", "TIME", "DURATION", "SET"};
    return names.at(static_cast<std::size_t>(type));
}

/// Copies the words of a file and puts marks around some of them, in text order.
class timeml_writer {
public:
    explicit timeml_writer(const timeml_text& from) : from_(from), out_(from.head) {}

    void mark(const timex& found) {
        std::string open = "TIMEX3 tid=\"t" + std::to_string(++times_) + "\" type=\"";
        open.append(type_name(found.type)).append("\" value=\"").append(found.value);
        if (!found.mod.empty()) open.append("\" mod=\"").append(found.mod);
        put(found.where, open + '"', "TIMEX3");
    }

    void mark(const timeml_event& found) {
        std::string open = "EVENT eid=\"e" + std::to_string(++events_) + "\" class=\"";
        put(found.where, open.append(found.event_class) + '"', "EVENT");
    }

    std::string finish() {
        append_escaped(out_, std::string_view(from_.text).substr(at_));
        return out_ + from_.tail;
    }

private:
    void put(span where, const std::string& open, std::string_view name) {
        const std::string_view words = from_.text;
        append_escaped(out_, words.substr(at_, where.begin - at_));
        out_.append("<").append(open).append(">");
        append_escaped(out_, words.substr(where.begin, where.size()));
        out_.append("</").append(name).append(">");
        at_ = where.end;
    }

    const timeml_text& from_;
    std::string out_;
    std::size_t at_ = 0;
    int times_ = 0;
    int events_ = 0;
};

}  // namespace

timeml_text read_timeml(std::string_view file) {
    const auto open = file.find(text_open);
    const auto close = file.find(text_close);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        throw std::runtime_error("no <TEXT> in a TimeML file");
    const auto begin = open + text_open.size();
    return {std::string(file.substr(0, begin)), without_tags(file.substr(begin, close - begin)),
            std::string(file.substr(close)), creation_day(file)};
}

std::string write_timeml(const timeml_text& from, const document& doc, std::span<const timeml_event> events) {
    timeml_writer out(from);
    auto event = events.begin();
    for (const timex& found : doc.timexes) {
        for (; event != events.end() && event->where.begin < found.where.begin; ++event) out.mark(*event);
        out.mark(found);
    }
    for (; event != events.end(); ++event) out.mark(*event);
    return out.finish();
}

}  // namespace throughline::eval
