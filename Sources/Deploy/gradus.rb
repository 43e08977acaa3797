# Builds gradus from the archive of its sources, which lies beside this file. Whoever puts both on a server writes its address
# here instead.
class Gradus < Formula
  desc "@SUMMARY@"
  homepage "file://#{__dir__}"
  url "file://#{__dir__}/gradus-@VERSION@-source.tar.gz"
  sha256 "@SHA256@"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
  depends_on "cmark-gfm"
  depends_on "libedit"
  depends_on macos: :sequoia

  def install
    system "swift", "build", "--disable-sandbox", "--configuration", "release", "--product", "gradus"
    bin.install ".build/release/gradus"
    pkgshare.install "lessons"
    generate_completions_from_executable(bin/"gradus", "--generate-completion-script")
  end

  test do
    assert_equal "3×10⁻⁷\n", shell_output("#{bin}/gradus -e '0.1⁵ × 0.03'")
    system bin/"gradus", "check", pkgshare/"lessons/03-variance-of-a-weighted-sum.md"
  end
end
