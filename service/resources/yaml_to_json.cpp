// Build tool: writes a YAML file as compact JSON. usage: yaml_to_json IN.yaml OUT.json
// Plain scalars that read as null, true, false or a number become such; quoted ones stay text (YAML 1.2 core schema).
#include <yaml-cpp/yaml.h>
#include <boost/json.hpp>

#include <charconv>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace {

namespace json = boost::json;

template <class Number>
bool read_number(const std::string& text, json::value& into) {
    Number number{};
    const auto* end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    if (failed != std::errc{} || stop != end) return false;
    into = number;
    return true;
}

json::value scalar(const YAML::Node& node) {
    const auto& text = node.Scalar();
    if (node.Tag() == "!") return json::string(text);
    if (text == "true" || text == "false") return text == "true";
    if (text == "null" || text == "~" || text.empty()) return nullptr;
    json::value number;
    if (read_number<std::int64_t>(text, number) || read_number<double>(text, number)) return number;
    return json::string(text);
}

json::value convert(const YAML::Node& node) {
    if (node.IsSequence()) {
        json::array list;
        for (const auto& item : node) list.push_back(convert(item));
        return list;
    }
    if (node.IsMap()) {
        json::object object;
        for (const auto& member : node) {
            const auto& name = member.first.Scalar();
            if (object.contains(name)) throw std::runtime_error("key given twice: " + name);
            object[name] = convert(member.second);
        }
        return object;
    }
    return node.IsScalar() ? scalar(node) : json::value();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        const auto text = json::serialize(convert(YAML::LoadFile(argv[1])));
        std::ofstream out(argv[2], std::ios::binary);
        out << text;
        return out.flush() ? 0 : 1;
    } catch (const std::exception& failure) {
        std::cerr << argv[1] << ": " << failure.what() << '\n';
        return 1;
    }
}
