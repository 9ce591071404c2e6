using Loim.Data;
using Loim.Modules;
using Loim.Network.Organisations;
using Loim.Web;
using Loim.Web.Tables;
using Loim.Web.Tables.Importing;
using Microsoft.EntityFrameworkCore;

namespace Loim.Network.Import;

/// <summary>Reads rows by the chosen columns, with the rules and the sentences of the form of a new organisation.</summary>
[Scoped]
internal sealed class OrganisationReader(NetworkDb db)
{
    public async Task<IReadOnlyList<OrganisationRow>> Read(SheetTable sheet, OrganisationColumns columns, Wording words)
    {
        var known = (await db.Organisations.Select(o => new KnownOrganisation(o.Id, o.Name)).ToListAsync()).ToLookup(o => Fold.Text(o.Name));
        var rows = new List<OrganisationRow>();
        var seen = new Dictionary<string, int>();
        foreach (var row in sheet.Rows)
        {
            var form = Fill(row, columns, words);
            if (form.Check(words)) { form.HasGoodAddresses(words); }
            var problems = SheetColumns.Wrong(form.Labelled, row, sheet, words);
            var key = Fold.Text(form.Name.Value ?? "");
            var same = problems.Count == 0 && !seen.TryAdd(key, row.Line) ? seen[key] : (int?)null;
            rows.Add(new(row.Line, form, problems, known[key].FirstOrDefault(), same));
        }
        return rows;
    }

    private static OrganisationForm Fill(SheetRow row, OrganisationColumns columns, Wording words)
    {
        var form = new OrganisationForm();
        (form.Name.Value, form.Offers.Value, form.Contact.Value) = (SheetColumns.Cell(row, columns.Name), SheetColumns.Cell(row, columns.Offers), SheetColumns.Cell(row, columns.Contact));
        (form.Email.Value, form.Phone.Value, form.Website.Value) = (SheetColumns.Cell(row, columns.Email), SheetColumns.Cell(row, columns.Phone), Whole(SheetColumns.Cell(row, columns.Website)));
        form.Sector.Value = SheetColumns.Meant(SheetColumns.Cell(row, columns.Sector), OrganisationForm.Sectors, words) ?? columns.AnySector.Value;
        form.Units.Value = SheetColumns.Cell(row, columns.Units)?.Replace(';', '\n');
        form.Languages.Values = [.. Several(SheetColumns.Cell(row, columns.Languages)).Select(word => SheetColumns.Meant(word, OrganisationForm.LanguageNames, words)!)];
        return form;
    }

    private static string[] Several(string? text) => text?.Split([',', ';', '/', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Offices write addresses as they are said.</summary>
    private static string? Whole(string? address) => address is null || address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}";
}
