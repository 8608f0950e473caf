// Reads and checks an ontology file, keeping track of the place for its messages.
#pragma once

#include "extraction/json_line.hpp"
#include "extraction/ontology.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace throughline::extraction {

/// One pass over a parsed file. Throws ontology_error at the first thing that is wrong.
class ontology_reader {
public:
    ontology_reader(std::string_view json, std::string_view file_name) : json_(json), file_name_(file_name) {}

    ontology read();

private:
    using value = boost::json::value;
    using object = boost::json::object;

    [[noreturn]] void fail(const std::string& what) const;
    const object& as_object(const value& from) const;
    std::string as_text(const value& from) const;
    /// Calls with each element, its index on the path meanwhile.
    template <class Function>
    void each(const value& from, Function function);
    /// Calls with each member, its name on the path meanwhile.
    template <class Function>
    void members(const value& from, Function function);
    std::vector<std::string> as_texts(const value& from);

    void read_classes(const value& from);
    void read_contexts(const value& from);
    void read_type(const value& from);
    void read_derivation(const value& from);
    void read_triggers(const value& from, std::uint16_t type, trigger_class word_class);
    void read_trigger(const value& from, std::uint16_t type, trigger_class word_class);
    void read_restriction(const std::string& name, const value& from, trigger_rule& rule);
    word_set as_set(const value& from);
    std::string as_role(const value& from) const;
    std::string as_plover(const value& from) const;
    relation as_relation(const value& from) const;
    std::uint8_t as_contexts(const value& from);
    void add_rule(std::string_view lemma, const trigger_rule& rule);

    std::string_view json_;
    std::string_view file_name_;
    std::vector<json_step> path_;
    std::unordered_map<std::string, std::uint8_t> context_bits_;
    ontology out_;
};

template <class Function>
void ontology_reader::each(const value& from, Function function) {
    if (!from.is_array()) fail("expected an array");
    for (std::size_t index = 0; index < from.get_array().size(); ++index) {
        path_.emplace_back(index);
        function(from.get_array()[index]);
        path_.pop_back();
    }
}

template <class Function>
void ontology_reader::members(const value& from, Function function) {
    for (const auto& member : as_object(from)) {
        path_.emplace_back(std::string(member.key()));
        function(std::string(member.key()), member.value());
        path_.pop_back();
    }
}

}  // namespace throughline::extraction
