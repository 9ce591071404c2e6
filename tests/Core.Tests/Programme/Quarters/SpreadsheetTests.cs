using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Loim.Web;

namespace Loim.Core.Tests.Programme.Quarters;

/// <summary>What is written is read back by others: the schema of the format, and LibreOffice, which shares no code with the writer.</summary>
public sealed class SpreadsheetTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("loim-xlsx-").FullName, "sheet.xlsx");

    [Fact]
    public void Numbers_and_days_are_typed_and_text_stays_text_whatever_it_begins_with()
    {
        var sheet = new Sheet("Read", ["a"], [10],
        [
            ["Õ & <b>, рядок", 1_234L, 12.5m, 0.125, new DateOnly(2025, 9, 15), null],
            ["=1+1"], ["+372"], ["-5"], ["@SUM(A1)"], ["line\nline"], ["bell\a"],
        ]);
        File.WriteAllBytes(file, Spreadsheet.Write([sheet, new("Tühi", ["b"], [10], [])]));

        Problems(file).ShouldBeEmpty();
        var sheets = AsCsv(file);
        sheets.Keys.ShouldBe(["Read", "Tühi"], ignoreOrder: true);
        sheets["Tühi"].ShouldBe("b\n");
        sheets["Read"].ShouldBe("""
            a,,,,
            "Õ & <b>, рядок","1,234",12.50,12.50%,15.09.2025
            =1+1,,,,
            +372,,,,
            -5,,,,
            @SUM(A1),,,,
            "line
            line",,,,
            bell,,,,

            """.ReplaceLineEndings("\n"));
    }

    internal static IEnumerable<string> Problems(string file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        return [.. new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>Every sheet by its name, as LibreOffice shows it: each cell as it is formatted, UTF-8, commas.</summary>
    internal static IReadOnlyDictionary<string, string> AsCsv(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,-1", "--outdir", folder, file])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = office.StandardError.ReadToEndAsync();
        office.StandardOutput.ReadToEnd();
        office.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        office.ExitCode.ShouldBe(0, said.Result);
        var beginning = Path.GetFileNameWithoutExtension(file) + "-";
        return Directory.GetFiles(folder, $"{beginning}*.csv").ToDictionary(f => Path.GetFileNameWithoutExtension(f)[beginning.Length..], File.ReadAllText);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
}
