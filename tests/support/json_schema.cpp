#include "support/json_schema.hpp"

#include "core/calendar.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <regex>

namespace throughline::test {
namespace {

namespace json = boost::json;

class checker {
public:
    explicit checker(const json::value& root) : root_(root) {}

    void check(const json::value& value, const json::value& schema, const std::string& where) {
        const auto& keywords = schema.as_object();
        if (const auto* reference = keywords.if_contains("$ref")) {
            check(value, root_.at_pointer(std::string(reference->as_string()).substr(1)), where);
            return;
        }
        for (const auto& [keyword, rule] : keywords) check_keyword(keyword, rule, value, keywords, where);
    }

    std::vector<std::string> findings;

private:
    void expect(bool fits, const std::string& where, const std::string& what) {
        if (!fits) findings.push_back(where + ": " + what);
    }

    static bool has_type(const json::value& value, std::string_view type) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "integer") return value.is_int64() || value.is_uint64();
        if (type == "number") return value.is_number();
        if (type == "boolean") return value.is_bool();
        return type == "null" && value.is_null();
    }

    static bool has_one_type(const json::value& value, const json::value& rule) {
        if (rule.is_string()) return has_type(value, rule.as_string());
        const auto& types = rule.as_array();
        return std::any_of(types.begin(), types.end(),
                           [&](const json::value& type) { return has_type(value, type.as_string()); });
    }

    static bool has_format(const json::value& value, std::string_view format) {
        if (!value.is_string()) return true;
        const std::string text(value.as_string());
        static const std::regex moment(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)");
        if (format == "date") return parse_day(text).has_value();
        if (format == "date-time") return std::regex_match(text, moment);
        return format == "uri";
    }

    void check_members(const json::object& object, const json::object& keywords, const std::string& where) {
        static const json::object none;
        const auto* known = keywords.if_contains("properties");
        const auto& properties = known ? known->as_object() : none;
        const auto* others = keywords.if_contains("additionalProperties");
        for (const auto& [name, member] : object) {
            const auto place = where + "/" + std::string(name);
            if (const auto* schema = properties.if_contains(name)) {
                check(member, *schema, place);
            } else if (others && others->is_bool()) {
                expect(others->as_bool(), place, "is not documented");
            } else if (others) {
                check(member, *others, place);
            }
        }
    }

    void check_keyword(std::string_view keyword, const json::value& rule, const json::value& value,
                       const json::object& keywords, const std::string& where) {
        const auto number = [](const json::value& of) { return of.to_number<double>(); };
        if (keyword == "type") {
            expect(has_one_type(value, rule), where, "has another type than " + json::serialize(rule));
            if (value.is_object()) check_members(value.as_object(), keywords, where);
        } else if (keyword == "required") {
            for (const auto& name : rule.as_array())
                expect(!value.is_object() || value.as_object().contains(name.as_string()), where,
                       "lacks " + std::string(name.as_string()));
        } else if (keyword == "items") {
            if (!value.is_array()) return;
            for (std::size_t index = 0; index < value.as_array().size(); ++index)
                check(value.as_array()[index], rule, where + "/" + std::to_string(index));
        } else if (keyword == "enum") {
            const auto& allowed = rule.as_array();
            expect(std::find(allowed.begin(), allowed.end(), value) != allowed.end(), where,
                   json::serialize(value) + " is not among the documented values");
        } else if (keyword == "minimum") {
            expect(!value.is_number() || number(value) >= number(rule), where, "is too small");
        } else if (keyword == "maximum") {
            expect(!value.is_number() || number(value) <= number(rule), where, "is too large");
        } else if (keyword == "pattern") {
            const std::regex pattern{std::string(rule.as_string())};
            expect(!value.is_string() || std::regex_search(std::string(value.as_string()), pattern), where,
                   json::serialize(value) + " has not the pattern " + json::serialize(rule));
        } else if (keyword == "format") {
            expect(has_format(value, rule.as_string()), where, "has not the format " + json::serialize(rule));
        } else {
            expect(keyword == "properties" || keyword == "additionalProperties" || keyword == "description", where,
                   "the schema uses a keyword that is not checked: " + std::string(keyword));
        }
    }

    const json::value& root_;
};

}  // namespace

std::vector<std::string> schema_findings(const json::value& value, const json::value& schema, const json::value& root) {
    checker check(root);
    check.check(value, schema, "");
    return check.findings;
}

}  // namespace throughline::test
