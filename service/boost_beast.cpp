// Beast compiled once: BOOST_BEAST_SEPARATE_COMPILATION is set for every user of tl_asio.
#include <boost/beast/src.hpp>
