using System.Security.Cryptography;
using System.Text;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>A document to print: one file that asks for nothing else.</summary>
/// <param name="Style">The style sheet within it, which a content policy must name to let it through.</param>
internal sealed record SheetDocument(string Html, string Style)
{
    /// <summary>What a browser lets the document do: be styled by its own sheet, and nothing more.</summary>
    /// <remarks>Source: Content Security Policy Level 3, hash-source: the base64 of SHA-256 over the text of the style element.</remarks>
    public string ContentPolicy =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static SheetDocument Of(SheetText text, string title, string style, StringBuilder pages) => new(
        $"<!doctype html>\n<html lang=\"{text.Tag}\"><head><meta charset=\"utf-8\"><title>{SheetText.Escaped(title)}</title><style>{style}</style></head><body>{pages}</body></html>\n",
        style);
}
