using Hsvo.Domain.Meetings;
using Hsvo.UseCases;
using Hsvo.UseCases.Stores;

namespace Hsvo.Functions.Pages.Reporting.Sheets;

/// <summary>What the pages of reporting by spreadsheet say.</summary>
/// <param name="language">The page's language.</param>
internal sealed class SheetTexts(PageLanguage language) : PageTexts(language)
{
    public string Title => Say("Rapportera med kalkylblad", "Report by spreadsheet");

    public string Lead => Say(
        "Hämta ett blad med era frågor, fyll i det i Excel eller LibreOffice och skicka in det här.",
        "Fetch a sheet with your questions, fill it in with Excel or LibreOffice and send it here.");

    public string Back => Say("Rapportera på webben i stället", "Report on the web instead");

    public string FetchHeading => Say("1. Hämta bladet", "1. Fetch the sheet");

    public string FetchLead => Say(
        "Det ni redan har svarat står ifyllt. Samma blad kan fyllas i av flera, en i taget.",
        "What you have answered already is filled in. Several may fill in the same sheet, one at a time.");

    public string Nothing => Say("Just nu väntar inga frågor på svar från er.", "No questions await your answers right now.");

    public string RoundOf(string plan, string round) => Say($"{plan}, omgång {SwedishDates.Round(round)}", $"{plan}, round {EnglishDates.Round(round)}");

    public string Workbook => Say("Excel-arbetsbok (.xlsx)", "Excel workbook (.xlsx)");

    public string Csv => Say("CSV-fil", "CSV file");

    public string SendHeading => Say("2. Skicka in bladet", "2. Send the sheet");

    public string File => Say("Det ifyllda bladet", "The sheet, filled in");

    public string FileHint => Say(
        "Excel-arbetsbok (.xlsx) eller CSV, högst 2 MB. Du får se vad som händer med varje rad innan något sparas.",
        "An Excel workbook (.xlsx) or CSV, 2 MB at most. You see what happens to each row before anything is stored.");

    public string Upload => Say("Kontrollera bladet", "Check the sheet");

    public string NoFile => Say("Välj filen med det ifyllda bladet.", "Choose the file with the sheet.");

    public string TooMuchText => Say(
        "Inget har sparats. Texterna i bladet är tillsammans för långa för att skickas på en gång: dela raderna på två blad och skicka in ett i taget.",
        "Nothing was stored. The texts of the sheet are too long together to be sent at once: divide the rows into two sheets and send one at a time.");

    public string MendFirst => Say("Rätta det här i bladet", "Mend this in the sheet");

    public string Refused => Say("Bladet skickades inte in", "The sheet wasn't sent");

    public string CheckTitle => Say("Kontrollera bladet", "Check the sheet");

    public string NothingStored => Say("Inget är sparat än.", "Nothing is stored yet.");

    public string WhatHappens(int changes, int unchanged) => Say(
        $"{Answers(changes)} sparas när du skickar in. {(unchanged == 0 ? "" : $"{Answers(unchanged)} är som förut.")}".Trim(),
        $"{changes} {(changes == 1 ? "answer is" : "answers are")} stored when you send. {(unchanged == 0 ? "" : $"{unchanged} as before.")}".Trim());

    public string AllUnchanged => Say("Alla svar i bladet är som de redan var. Det finns inget att skicka in.", "All answers of the sheet are as they were. There is nothing to send.");

    public string MendLead => Say(
        "Rätta raderna i bladet, spara det och välj filen igen. Inget i bladet har sparats.",
        "Mend the rows in the sheet, save it and choose the file again. Nothing of the sheet was stored.");

    public string Row => Say("Rad", "Row");

    public string Question => Say("Fråga", "Question");

    public string Answer => Say("Svar i bladet", "Answer in the sheet");

    public string Outcome => Say("Vad som händer", "What happens");

    public string Caption => Say("Bladets rader", "The sheet's rows");

    public string Send(int count) => count == 1 ? Say("Skicka in svaret", "Send the answer") : Say($"Skicka in {count} svar", $"Send {count} answers");

    public string Other => Say("Välj en annan fil", "Choose another file");

    public string Again => Say("Välj filen igen", "Choose the file again");

    public string Of(RowResult? result) => result switch
    {
        RowResult.Created => Say("Nytt svar", "A new answer"),
        RowResult.Corrected => Say("Svaret ändras", "The answer is changed"),
        RowResult.Unchanged => Say("Som förut", "As before"),
        _ => Say("Väntar på att bladet rättas", "Waits for the sheet to be mended"),
    };

    /// <summary>A fault, and where.</summary>
    public string Of(Fault fault) => fault.Pointer.Length == 0 ? Say(fault.Swedish, fault.English) : $"{PlaceOf(fault)}: {Say(fault.Swedish, fault.English)}";

    /// <summary>A fault of a row that is named already.</summary>
    public string InRow(Fault fault) => fault.Pointer.Split(", kolumn ", 2) is [_, var column] ? $"{column}: {Say(fault.Swedish, fault.English)}" : Say(fault.Swedish, fault.English);

    private string PlaceOf(Fault fault) => Say(
        fault.Pointer.StartsWith("rad ", StringComparison.Ordinal) ? $"R{fault.Pointer[1..]}" : fault.Pointer,
        fault.Pointer.Replace("rad ", "Row ", StringComparison.Ordinal).Replace("kolumn ", "column ", StringComparison.Ordinal));

    private static string Answers(int count) => count == 1 ? "Ett svar" : $"{count} svar";
}
