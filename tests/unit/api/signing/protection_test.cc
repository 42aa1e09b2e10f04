// Signed and encrypted files, judged by poppler, qpdf and OpenSSL.
#include <gmock/gmock.h>

#include <fstream>

#include "api/cli/command_line.h"
#include "tests/support/process.h"
#include "tests/support/shell.h"
#include "tests/unit/api/cli_fixture.h"

namespace madoguchi::api::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::shell;

/// A form with a seal's picture and a name, and a key for its signature.
class ProtectedFile : public CommandLine {
  protected:
    void SetUp() override {
        CommandLine::SetUp();
        write("form.json",
              R"({"formatVersion": 1, "id": "notice", "version": "1", "title": "通知書",
            "fields": [{"name": "氏名", "type": "text"}],
            "pages": [{"id": "p", "size": "A5", "elements": [
              {"id": "mayor", "kind": "text", "frame": {"x": 40, "y": 30, "width": 60, "height": 8},
               "text": "見本市長　見本太郎"},
              {"id": "seal", "kind": "box", "frame": {"x": 100, "y": 24, "width": 20, "height": 20},
               "stroke": {}},
              {"id": "name", "kind": "text", "frame": {"x": 10, "y": 10, "width": 60, "height": 8},
               "text": "{{氏名}}"}]}]})");
        write("data.json", R"({"氏名": "辻󠄂"})");
    }

    void make_key(const std::string& name, const std::string& kind,
                  const std::string& protection = "-nodes") {
        const auto made =
            shell("openssl req -x509 -newkey " + kind + " " + protection + " -keyout " +
                  place(name + ".key") + " -out " + place(name + ".pem") +
                  " -days 36500 -subj '/C=JP/O=Mihon City/CN=Mihon Mayor' 2>&1");
        ASSERT_EQ(made.status, 0) << made.output;
    }

    Outcome render(std::vector<std::string> more, const std::string& output = "out.pdf") {
        std::vector<std::string> words = {"render",     "--form",           place("form.json"),
                                          "--data",     place("data.json"), "--output",
                                          place(output)};
        words.insert(words.end(), more.begin(), more.end());
        return madoguchi(words);
    }

    std::vector<std::string> signed_with(const std::string& name) const {
        return {"--sign-certificate", place(name + ".pem"), "--sign-key", place(name + ".key")};
    }

    std::string pdfsig() const { return shell("pdfsig " + place("out.pdf") + " 2>&1").output; }
    std::string qpdf_check() const {
        return shell("qpdf --check " + place("out.pdf") + " 2>&1").output;
    }
};

constexpr const char* p256 = "ec -pkeyopt ec_paramgen_curve:P-256";

TEST_F(ProtectedFile, ASignatureOfEitherKindIsValid) {
    for (const char* kind : {p256, "rsa:2048"}) {
        SCOPED_TRACE(kind);
        make_key("seal", kind);
        auto words = signed_with("seal");
        words.insert(words.end(), {"--signer", "見本市長", "--sign-reason", "交付", "--issued-at",
                                   "2026-04-01T09:30:00+09:00"});
        const Outcome outcome = render(words);
        ASSERT_EQ(outcome.exit_code, done) << outcome.err;
        EXPECT_THAT(pdfsig(),
                    AllOf(HasSubstr("Signature is Valid."), HasSubstr("Total document signed"),
                          HasSubstr("ETSI.CAdES.detached"), HasSubstr("SHA-256"),
                          HasSubstr("Mihon Mayor"), HasSubstr("Apr 01 2026")));
        EXPECT_THAT(qpdf_check(), HasSubstr("No syntax or stream encoding errors found"));
    }
}

TEST_F(ProtectedFile, ASignatureSaysWhenItWasMade) {
    make_key("seal", p256);
    ASSERT_EQ(render(signed_with("seal")).exit_code, done);
    const std::string file = read(place("out.pdf"));
    const std::size_t at = file.find("/M (D:20");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(pdfsig().find("Jan 01 1970"), std::string::npos);
}

TEST_F(ProtectedFile, ATaggedFileStaysTagged) {
    make_key("seal", p256);
    auto words = signed_with("seal");
    words.push_back("--tagged");
    const Outcome outcome = render(words);
    ASSERT_EQ(outcome.exit_code, done) << outcome.err;
    EXPECT_THAT(pdfsig(),
                AllOf(HasSubstr("Signature is Valid."), HasSubstr("Total document signed")));
    const std::string about = shell("pdfinfo " + place("out.pdf") + " 2>&1").output;
    EXPECT_THAT(about, testing::ContainsRegex("Tagged: +yes"));
}

TEST_F(ProtectedFile, OneChangedByteBreaksTheSignature) {
    make_key("seal", p256);
    ASSERT_EQ(render(signed_with("seal")).exit_code, done);
    std::string pdf = read(place("out.pdf"));
    pdf[pdf.find("/MediaBox") + 12] ^= 1;
    std::ofstream(place("out.pdf"), std::ios::binary) << pdf;
    EXPECT_THAT(pdfsig(), AllOf(HasSubstr("Digest Mismatch"), Not(HasSubstr("is Valid"))));
}

/// The structure that PAdES asks for, as OpenSSL's own tools see it.
TEST_F(ProtectedFile, TheSignatureHoldsTheCertificatesDigestAndNoTime) {
    make_key("seal", p256);
    ASSERT_EQ(render(signed_with("seal")).exit_code, done);
    const std::string pdf = read(place("out.pdf"));
    const std::size_t begin = pdf.rfind("/Contents <") + 11;
    std::string der;
    for (std::size_t at = begin; pdf[at] != '>'; at += 2)
        der += static_cast<char>(std::stoi(pdf.substr(at, 2), nullptr, 16));
    write("signature.der", der);
    const std::string told =
        shell("openssl cms -cmsout -print -inform DER -in " + place("signature.der") + " 2>&1")
            .output;
    EXPECT_THAT(told, AllOf(HasSubstr("signingCertificateV2"), HasSubstr("messageDigest"),
                            HasSubstr("contentType"), Not(HasSubstr("signingTime"))));
}

TEST_F(ProtectedFile, TheFieldLiesOverTheSeal) {
    make_key("seal", p256);
    auto words = signed_with("seal");
    words.insert(words.end(), {"--sign-over", "seal"});
    ASSERT_EQ(render(words).exit_code, done);
    EXPECT_THAT(pdfsig(), HasSubstr("Signature is Valid."));
    // 100 mm from the left, less what its stroke's joins may reach.
    const std::string pdf = read(place("out.pdf"));
    const std::size_t widget = pdf.find("/Subtype/Widget");
    EXPECT_THAT(pdf.substr(widget, 200), HasSubstr("/Rect [281.339 "));
    words.back() = "nowhere";
    const Outcome outcome = render(words, "other.pdf");
    EXPECT_EQ(outcome.exit_code, stopped);
    EXPECT_THAT(outcome.err, HasSubstr("sign.no-element"));
    EXPECT_THAT(files(), Not(testing::Contains("other.pdf")));
}

TEST_F(ProtectedFile, KeysThatDoNotFitAreRefusedWithoutTellingThem) {
    make_key("seal", p256);
    make_key("other", p256);
    make_key("weak", "rsa:1024");
    make_key("locked", p256, "-passout pass:himitsu");
    write("password.txt", "himitsu\n");
    write("wrong.txt", "chigau\n");
    const auto code = [&](const std::string& certificate, const std::string& key,
                          const std::string& password) {
        std::vector<std::string> words = {"--sign-certificate", place(certificate), "--sign-key",
                                          place(key)};
        if (!password.empty()) words.insert(words.end(), {"--sign-key-password", place(password)});
        const Outcome outcome = render(words, "refused.pdf");
        EXPECT_THAT(outcome.err, AllOf(Not(HasSubstr("himitsu")), Not(HasSubstr("chigau"))));
        return outcome.exit_code == done ? "done" : outcome.err.substr(0, outcome.err.find(':'));
    };
    EXPECT_EQ(code("seal.pem", "other.key", ""), "error sign.key-differs " + place("other.key"));
    EXPECT_EQ(code("weak.pem", "weak.key", ""), "error sign.key-kind " + place("weak.key"));
    EXPECT_EQ(code("seal.key", "seal.key", ""), "error sign.certificate " + place("seal.key"));
    EXPECT_EQ(code("seal.pem", "data.json", ""), "error sign.key " + place("data.json"));
    EXPECT_EQ(code("locked.pem", "locked.key", ""), "error sign.key " + place("locked.key"));
    EXPECT_EQ(code("locked.pem", "locked.key", "wrong.txt"),
              "error sign.key " + place("locked.key"));
    EXPECT_EQ(code("locked.pem", "locked.key", "password.txt"), "done");
}

TEST_F(ProtectedFile, AKeyMayStayInItsDevice) {
    write("hsm.conf", "directories.tokendir = " + place("tokens") + "\n");
    std::filesystem::create_directory(place("tokens"));
    write("pin.txt", "1234\n");
    setenv("SOFTHSM2_CONF", place("hsm.conf").c_str(), 1);
    setenv("PKCS11_MODULE_PATH", "/usr/lib/softhsm/libsofthsm2.so", 1);
    const auto token = [&](const std::string& words) {
        const auto said = shell("softhsm2-util " + words + " 2>&1");
        EXPECT_EQ(said.status, 0) << said.output;
    };
    token("--init-token --free --label seal --pin 1234 --so-pin 5678");
    make_key("curve", p256);
    make_key("numbers", "rsa:2048");
    token("--import " + place("curve.key") + " --token seal --label curve --id 01 --pin 1234");
    token("--import " + place("numbers.key") + " --token seal --label numbers --id 02 --pin 1234");
    const auto sign = [&](const std::string& certificate, const std::string& object,
                          const std::string& pin) {
        return render({"--sign-certificate", place(certificate), "--sign-key",
                       "pkcs11:token=seal;object=" + object + ";type=private",
                       "--sign-key-password", place(pin)});
    };
    for (const char* kind : {"curve", "numbers"}) {
        const Outcome outcome = sign(std::string(kind) + ".pem", kind, "pin.txt");
        ASSERT_EQ(outcome.exit_code, done) << outcome.err;
        EXPECT_THAT(pdfsig(), HasSubstr("Signature is Valid.")) << kind;
    }
    EXPECT_THAT(sign("curve.pem", "numbers", "pin.txt").err, HasSubstr("sign.key-differs"));
    EXPECT_THAT(sign("curve.pem", "nobody", "pin.txt").err, HasSubstr("error sign.token"));
}

TEST_F(ProtectedFile, EveryFileOfABatchIsSigned) {
    make_key("seal", p256);
    write("people.jsonl", "{\"氏名\": \"甲\"}\n{\"氏名\": \"乙\"}\n");
    auto words = std::vector<std::string>{
        "batch",        "--form",     place("form.json"), "--data", place("people.jsonl"),
        "--output-dir", place("each")};
    for (const std::string& word : signed_with("seal"))
        words.push_back(word);
    ASSERT_EQ(madoguchi(words).exit_code, done);
    for (const char* file : {"each/000001.pdf", "each/000002.pdf"})
        EXPECT_THAT(shell("pdfsig " + place(file) + " 2>&1").output,
                    HasSubstr("Signature is Valid."));
}

TEST_F(ProtectedFile, ATimeStampIsAskedForAndChecked) {
    make_key("seal", p256);
    const auto made =
        shell("openssl req -x509 -newkey rsa:2048 -nodes -keyout " + place("tsa.key") + " -out " +
              place("tsa.pem") +
              " -days 36500 -subj /CN=TSA -addext extendedKeyUsage=critical,timeStamping 2>&1");
    ASSERT_EQ(made.status, 0) << made.output;
    const std::string port_file = place("port");
    tests::Process authority({"/bin/sh", "-c",
                              "exec python3 -B " + (source_dir / "tests/support").string() +
                                  "/time_stamp_authority.py " + directory.string() + " > " +
                                  port_file});
    std::string port;
    for (int i = 0; i < 300 && port.empty(); ++i) {
        usleep(20'000);
        port = read(port_file);
    }
    ASSERT_NE(port, "");
    const std::string url = "http://127.0.0.1:" + port.substr(0, port.find('\n'));
    const auto stamped = [&](const std::string& path) {
        auto words = signed_with("seal");
        words.insert(words.end(), {"--time-stamp", url + path});
        return render(words);
    };
    ASSERT_EQ(stamped("/").exit_code, done);
    EXPECT_THAT(pdfsig(), HasSubstr("Signature is Valid."));
    const std::string pdf = read(place("out.pdf"));
    // id-aa-timeStampToken, 1.2.840.113549.1.9.16.2.14
    EXPECT_THAT(pdf, HasSubstr("060b2a864886f70d010910020e"));
    std::filesystem::remove(place("out.pdf"));
    for (const char* path : {"/stale", "/silent"}) {
        const Outcome outcome = stamped(path);
        EXPECT_EQ(outcome.exit_code, stopped) << path;
        EXPECT_THAT(outcome.err, HasSubstr("error sign.time-stamp"));
    }
    authority.send(9);
    authority.wait();
    EXPECT_THAT(stamped("/").err, HasSubstr("error sign.time-stamp"));
    EXPECT_THAT(files(), Not(testing::Contains("out.pdf")));
}

TEST_F(ProtectedFile, AnEncryptedFileOpensWithItsPasswordAlone) {
    write("password.txt", "名前は himitsu\n");
    const Outcome outcome = render({"--password-file", place("password.txt")});
    ASSERT_EQ(outcome.exit_code, done) << outcome.err;
    const std::string with = " --password='名前は himitsu' " + place("out.pdf") + " 2>&1";
    EXPECT_THAT(shell("qpdf --check" + with).output,
                AllOf(HasSubstr("R = 6"), HasSubstr("AESv3"), HasSubstr("No syntax"),
                      HasSubstr("modify forms: not allowed")));
    EXPECT_NE(shell("qpdf --check " + place("out.pdf") + " 2>&1").status, 0);
    EXPECT_NE(shell("pdftotext " + place("out.pdf") + " - 2>&1").status, 0);
    EXPECT_THAT(shell("pdftotext -upw '名前は himitsu' " + place("out.pdf") + " -").output,
                HasSubstr("見本市長"));
    // Neither names nor titles stand in it in the clear, and it does not claim to be PDF/A.
    EXPECT_THAT(read(place("out.pdf")), AllOf(Not(HasSubstr("pdfaid")), Not(HasSubstr("通知書"))));
    EXPECT_THAT(shell("pdfinfo -upw '名前は himitsu' " + place("out.pdf")).output,
                AllOf(HasSubstr("AES-256"), Not(HasSubstr("PDF/A"))));
}

TEST_F(ProtectedFile, PasswordsThatAreNoneAreRefused) {
    for (const char* password : {"", "\n", "short\n", "two lines of\na password\n",
                                 "\xff\xff\xff\xff\xff\xff\xff\xff\n"}) {
        write("password.txt", password);
        EXPECT_THAT(render({"--password-file", place("password.txt")}).err,
                    HasSubstr("error encrypt.password"));
    }
    write("password.txt", std::string(128, 'x'));
    EXPECT_THAT(render({"--password-file", place("password.txt")}).err,
                HasSubstr("error encrypt.password"));
    EXPECT_THAT(files(), Not(testing::Contains("out.pdf")));
}

TEST_F(ProtectedFile, WhatCannotStandTogetherIsWrongUse) {
    make_key("seal", p256);
    write("password.txt", "himitsu-himitsu");
    const auto with = [&](std::vector<std::string> words, std::vector<std::string> more) {
        words.insert(words.end(), more.begin(), more.end());
        return render(words).exit_code;
    };
    const auto sign = signed_with("seal");
    EXPECT_EQ(with(sign, {"--password-file", place("password.txt")}), wrong_use);
    EXPECT_EQ(with({}, {"--sign-key", place("seal.key")}), wrong_use);
    EXPECT_EQ(with({}, {"--signer", "市長"}), wrong_use);
    EXPECT_EQ(render(sign, "out.svg").exit_code, wrong_use);
    EXPECT_EQ(with(sign, {"--time-stamp", "ftp://example"}), stopped);
    EXPECT_EQ(with(sign, {"--time-stamp", "not a url"}), stopped);
}

}  // namespace
}  // namespace madoguchi::api::cli
