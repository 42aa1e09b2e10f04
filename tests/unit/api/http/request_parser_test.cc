#include "api/http/request_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace madoguchi::api::http {
namespace {

using Outcome = RequestParser::Outcome;

/// What came out of some bytes, as text, so that two readings can be compared.
std::string describe(RequestParser& parser, const RequestHead& head, Outcome outcome) {
    if (outcome == Outcome::Refused) return "refused " + std::to_string(code_of(parser.refusal()));
    if (outcome != Outcome::Complete) return "unfinished";
    std::string out = head.method + " " + head.target + "\n";
    for (const Header& field : head.headers)
        out += field.name + "=" + field.value + "\n";
    out += head.keep_alive == KeepAlive::Yes ? "keep\n" : "close\n";
    return out + parser.take_body();
}

/// Reads one request whose bytes come in pieces of `piece`.
std::string read(std::string_view bytes, std::size_t piece = std::string_view::npos,
                 std::size_t body_limit = 1000) {
    RequestParser parser;
    RequestHead head;
    Outcome outcome = Outcome::NeedInput;
    while (!bytes.empty()) {
        std::string_view input = bytes.substr(0, piece);
        bytes.remove_prefix(input.size());
        do {
            outcome = parser.consume(input);
            if (outcome == Outcome::Head) {
                head = parser.head();
                parser.limit_body(body_limit);
            }
        } while (outcome == Outcome::Head);
        if (outcome != Outcome::NeedInput) break;
    }
    return describe(parser, head, outcome);
}

std::string with_fields(std::string_view fields) {
    return "POST /x HTTP/1.1\r\nHost: h\r\n" + std::string(fields) + "\r\n";
}

TEST(RequestParser, ReadsARequestWithoutBody) {
    EXPECT_EQ(read("GET /a?b=c HTTP/1.1\r\nHost: h:80\r\nAccept:  text/html,  \r\n\r\n"),
              "GET /a?b=c\nHost=h:80\nAccept=text/html,\nkeep\n");
}

TEST(RequestParser, ReadsABodyOfKnownLength) {
    EXPECT_EQ(read(with_fields("Content-Length: 5\r\n") + "hello"),
              "POST /x\nHost=h\nContent-Length=5\nkeep\nhello");
}

TEST(RequestParser, ReadsChunksExtensionsAndTrailers) {
    EXPECT_EQ(read(with_fields("Transfer-Encoding: chunked\r\n") +
                   "5;name=\"v\"\r\nhello\r\n00a\r\n world, ok\r\n0\r\nX-Sum: 1\r\n\r\n"),
              "POST /x\nHost=h\nTransfer-Encoding=chunked\nkeep\nhello world, ok");
}

TEST(RequestParser, GivesTheSameHoweverTheBytesAreCut) {
    const std::string requests[] = {
        "GET /a HTTP/1.0\r\n\r\n",
        "\r\nGET /a HTTP/1.1\r\nHost: h\r\nConnection: x, close\r\n\r\n",
        with_fields("Content-Length: 12\r\n") + "hello\r\nworld",
        with_fields("Transfer-Encoding: chunked\r\n") +
            "3\r\nabc\r\nB\r\n\r\n0\r\n\r\nabcd\r\n0\r\n\r\n",
        with_fields("Transfer-Encoding: chunked\r\n") + "3\r\nabcX\r\n0\r\n\r\n",
        with_fields("Content-Length : 3\r\n") + "abc",
    };
    for (const std::string& request : requests) {
        const std::string whole = read(request);
        for (std::size_t piece = 1; piece < request.size(); ++piece) {
            EXPECT_EQ(read(request, piece), whole) << request << " in pieces of " << piece;
        }
    }
}

TEST(RequestParser, LeavesTheNextRequestInTheInput) {
    RequestParser parser;
    std::string_view input = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n";
    EXPECT_EQ(parser.consume(input), Outcome::Head);
    EXPECT_EQ(parser.consume(input), Outcome::Complete);
    parser.reset();
    EXPECT_EQ(parser.consume(input), Outcome::Head);
    EXPECT_EQ(parser.head().target, "/2");
}

TEST(RequestParser, RefusesABodyOverTheLimitBeforeItComes) {
    EXPECT_EQ(read(with_fields("Content-Length: 1001\r\n") + "x"), "refused 413");
    EXPECT_EQ(read(with_fields("Transfer-Encoding: chunked\r\n") + "3e9\r\nx"), "refused 413");
    EXPECT_EQ(read(with_fields("Transfer-Encoding: chunked\r\n") + "1\r\na\r\n3e8\r\nx"),
              "refused 413");
}

TEST(RequestParser, KeepsTheConnectionAsTheVersionSays) {
    EXPECT_TRUE(read("GET / HTTP/1.0\r\n\r\n").ends_with("close\n"));
    EXPECT_TRUE(
        read("GET / HTTP/1.1\r\nHost: h\r\nConnection: Close\r\n\r\n").ends_with("close\n"));
    EXPECT_TRUE(
        read("GET / HTTP/1.1\r\nHost: h\r\nConnection: closed\r\n\r\n").ends_with("keep\n"));
}

struct Refusal {
    const char* name;
    std::string bytes;
    int status;
};

class RefusedRequest : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedRequest, IsRefusedWithItsStatus) {
    EXPECT_EQ(read(GetParam().bytes), "refused " + std::to_string(GetParam().status));
}

std::string many_fields() {
    std::string fields;
    for (int i = 0; i < 200; ++i)
        fields += "X-" + std::to_string(i) + ": 1\r\n";
    return fields;
}

std::string tiny_chunks() {
    std::string chunks;
    for (int i = 0; i < 30'000; ++i)
        chunks += "0000001\r\na\r\n";
    return chunks;
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, RefusedRequest,
    testing::Values(
        Refusal{"TlsGreeting", std::string("\x16\x03\x01", 3), 400},
        Refusal{"OnlyLineFeeds", "GET / HTTP/1.1\nHost: h\n\n", 400},
        Refusal{"CarriageReturnInside", "GET /a\rb HTTP/1.1\r\n", 400},
        Refusal{"NoVersion", "GET /\r\n", 400},
        Refusal{"SpaceInTarget", "GET /a b HTTP/1.1\r\n", 400},
        Refusal{"RawBytesInTarget", "GET /\xE5\xB1\xB1 HTTP/1.1\r\n", 400},
        Refusal{"Version2", "GET / HTTP/2.0\r\n", 505}, Refusal{"TwoEmptyLines", "\r\n\r\n", 400},
        Refusal{"EndlessLine", std::string(20'000, 'A'), 414},
        Refusal{"FiftyThousandSlashes", "GET " + std::string(50'000, '/') + " HTTP/1.1\r\n", 414},
        Refusal{"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
        Refusal{"TwoHosts", with_fields("Host: other\r\n"), 400},
        Refusal{"HostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        Refusal{"FoldedLine", with_fields("X: a\r\n b\r\n"), 400},
        Refusal{"SpaceBeforeColon", with_fields("Content-Length : 5\r\n"), 400},
        Refusal{"NoColon", with_fields("Content-Length\r\n"), 400},
        Refusal{"ZeroByteInValue", with_fields(std::string("X: a\0b\r\n", 8)), 400},
        Refusal{"TooManyFields", with_fields(many_fields()), 431},
        Refusal{"FieldSectionTooLarge", with_fields("X: " + std::string(40'000, 'a')), 431},
        Refusal{"LengthWithLetters", with_fields("Content-Length: 5abc\r\n"), 400},
        Refusal{"LengthWithSign", with_fields("Content-Length: +5\r\n"), 400},
        Refusal{"LengthEmpty", with_fields("Content-Length:\r\n"), 400},
        Refusal{"LengthTooBig", with_fields("Content-Length: 99999999999999999999\r\n"), 400},
        Refusal{"LengthList", with_fields("Content-Length: 5, 5\r\n"), 400},
        Refusal{"LengthTwice", with_fields("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
        Refusal{"LengthAndChunked",
                with_fields("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400},
        Refusal{"CodedTransfer", with_fields("Transfer-Encoding: gzip, chunked\r\n"), 501},
        Refusal{"ChunkedInVersion10",
                "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        Refusal{"UnknownExpectation", with_fields("Expect: 200-maybe\r\n"), 417},
        Refusal{"ChunkSizeEmpty", with_fields("Transfer-Encoding: chunked\r\n") + "\r\n", 400},
        Refusal{"ChunkSizeSigned", with_fields("Transfer-Encoding: chunked\r\n") + "-1\r\n", 400},
        Refusal{"ChunkSizeLong",
                with_fields("Transfer-Encoding: chunked\r\n") + "0000000000000001\r\n", 400},
        Refusal{"ChunkLongerThanSaid",
                with_fields("Transfer-Encoding: chunked\r\n") + "1\r\nab\r\n", 400},
        Refusal{"ChunkEndedByLineFeed",
                with_fields("Transfer-Encoding: chunked\r\n") + "1\r\na\n0\r\n\r\n", 400},
        Refusal{"BrokenTrailer",
                with_fields("Transfer-Encoding: chunked\r\n") + "0\r\nbroken\r\n\r\n", 400}),
    [](const auto& parameter) { return parameter.param.name; });

TEST(RequestParser, RefusesABodyThatIsMostlyFraming) {
    EXPECT_EQ(read(with_fields("Transfer-Encoding: chunked\r\n") + tiny_chunks(),
                   std::string_view::npos, 1'000'000),
              "refused 400");
}

}  // namespace
}  // namespace madoguchi::api::http
