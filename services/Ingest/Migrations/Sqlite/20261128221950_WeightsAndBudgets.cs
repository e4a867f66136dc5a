using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WeightsAndBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Weight",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Used = table.Column<double>(type: "REAL", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => x.Owner);
                });

            migrationBuilder.CreateIndex(
                name: "IX_budgets_At",
                table: "budgets",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropColumn(
                name: "Weight",
                table: "receipts");
        }
    }
}
